using System.Globalization;

namespace Estaleiro.Cli.Running;

/// <summary>Formats durations for people.</summary>
internal static class ClockText
{
    internal static string Of(TimeSpan time) =>
        time.TotalMinutes < 1
            ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
            : time.TotalHours < 1
                ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s")
                : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min");
}
