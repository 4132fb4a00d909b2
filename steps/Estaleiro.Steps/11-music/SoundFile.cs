using System.Buffers.Binary;
using System.Globalization;

namespace Estaleiro.Steps.Music;

/// <summary>
/// A WAV file as somebody hears it who knows nothing of the tune: each sounding stretch, when it begins and which note it is, from the times
/// between the places where the wave rises through zero.
/// </summary>
public sealed class SoundFile
{
    private const int HeaderLength = 44;

    /// <summary>This much silence parts two notes: no wave of an audible tone stays at zero for so long.</summary>
    private const double Gap = 0.004;

    private static readonly string[] Names = ["c", "c#", "d", "d#", "e", "f", "f#", "g", "g#", "a", "a#", "b"];

    private SoundFile(IReadOnlyList<Tone> tones) => Tones = tones;

    /// <summary>What is heard, in order.</summary>
    public IReadOnlyList<Tone> Tones { get; }

    /// <summary>Reads a file of 16 bits and one channel.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static SoundFile Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file[..4].SequenceEqual("RIFF"u8) || !file.Slice(8, 8).SequenceEqual("WAVEfmt "u8)
            || BinaryPrimitives.ReadInt16LittleEndian(file[20..]) != 1
            || BinaryPrimitives.ReadInt16LittleEndian(file[22..]) != 1
            || BinaryPrimitives.ReadInt16LittleEndian(file[34..]) != 16
            || BinaryPrimitives.ReadInt32LittleEndian(file[40..]) != file.Length - HeaderLength)
        {
            throw new FormatException("This is no WAV file of 16 bits and one channel, or not a whole one.");
        }

        var rate = BinaryPrimitives.ReadInt32LittleEndian(file[24..]);
        var samples = new short[(file.Length - HeaderLength) / sizeof(short)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(file[(HeaderLength + (i * sizeof(short)))..]);
        }

        return new([.. Sounding(samples, (int)(Gap * rate)).Select(stretch => Hear(samples, stretch.Begin, stretch.End, rate))]);
    }

    private static IEnumerable<(int Begin, int End)> Sounding(short[] samples, int gap)
    {
        var begin = -1;
        var last = -1;
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] == 0)
            {
                continue;
            }

            if (begin >= 0 && i - last > gap)
            {
                yield return (begin, last + 1);
                begin = i;
            }

            begin = begin < 0 ? i : begin;
            last = i;
        }

        if (begin >= 0)
        {
            yield return (begin, last + 1);
        }
    }

    private static Tone Hear(short[] samples, int begin, int end, int rate)
    {
        double? first = null;
        var last = 0.0;
        var rises = -1;
        for (var i = begin + 1; i < end; i++)
        {
            if (samples[i - 1] <= 0 && samples[i] > 0)
            {
                last = i - ((double)samples[i] / (samples[i] - samples[i - 1]));
                first ??= last;
                rises++;
            }
        }

        var frequency = rises > 0 ? rises * rate / (last - first!.Value) : 0;
        return new(NameOf(frequency), (double)begin / rate);
    }

    /// <summary>The note within a fifth of a semitone, or the frequency where it is none.</summary>
    private static string NameOf(double frequency)
    {
        if (frequency <= 0)
        {
            return "noise";
        }

        var exact = 69 + (12 * Math.Log2(frequency / 440));
        var key = (int)Math.Round(exact);
        return Math.Abs(exact - key) < 0.2
            ? $"{Names[key % 12]}{(key / 12) - 1}"
            : string.Create(CultureInfo.InvariantCulture, $"{frequency:0} Hz");
    }

    /// <summary>One note as heard.</summary>
    /// <param name="Note"><c>f#5</c>.</param>
    /// <param name="Begin">When it begins, in seconds.</param>
    public sealed record Tone(string Note, double Begin);
}
