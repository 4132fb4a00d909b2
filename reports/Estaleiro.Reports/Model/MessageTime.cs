using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Model;

/// <summary>Converts the times in messages. Times out of range count as missing.</summary>
internal static class MessageTime
{
    private const long NanosPerTick = 100;

    internal static DateTimeOffset? ToDateTimeOffset(Timestamp? timestamp)
    {
        if (timestamp is null
            || timestamp.Seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds()
            || timestamp.Seconds >= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || timestamp.Nanos is < 0 or >= 1_000_000_000)
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeSeconds(timestamp.Seconds).AddTicks(timestamp.Nanos / NanosPerTick);
    }

    internal static TimeSpan ToTimeSpan(Duration? duration) =>
        duration is null || Math.Abs(duration.Seconds) > TimeSpan.MaxValue.TotalSeconds / 2 || Math.Abs(duration.Nanos) > 1_000_000_000
            ? TimeSpan.Zero
            : TimeSpan.FromTicks((duration.Seconds * TimeSpan.TicksPerSecond) + (duration.Nanos / NanosPerTick));
}
