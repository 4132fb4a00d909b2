using System.Diagnostics;

namespace Estaleiro.Gherkin.Tests.Engine;

/// <summary>Runs this assembly's own features once more, by the real runner, in a process of its own.</summary>
public sealed class RealRunTests
{
    [Theory]
    [InlineData("Category=late", 2)]
    [InlineData(@"Category=requires-kubernetes>\=1.21", 1)]
    [InlineData("(Category=fruit&Category!=late)", 2)]
    public async Task Filters_by_tag(string filter, int scenarios)
    {
        var (code, output) = await RunAsync(filter, "");

        Assert.Equal(0, code);
        Assert.Contains($"Passed:     {scenarios},", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_special_characters_is_escaped()
    {
        var filter = Estaleiro.Gherkin.Tags.TagExpression.Parse(@"@odd\(tag\)|x&y!~z=\\b").ToTestFilter();
        var (code, output) = await RunAsync(filter, "");

        Assert.Equal(0, code);
        Assert.Contains("Passed:     1,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_before_run_hook_fails_the_scenarios()
    {
        var (code, output) = await RunAsync("Category=late", "before");

        Assert.Equal(1, code);
        Assert.Contains("Failed:     2,", output, StringComparison.Ordinal);
        Assert.Contains("SpecRunException : before the run", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_after_run_hook_fails_the_run_and_says_why()
    {
        var (code, output) = await RunAsync("Category=late", "after");

        Assert.Equal(1, code);
        Assert.Contains("System.InvalidOperationException: after the run", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string filter, string fail)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "vstest", typeof(RealRunTests).Assembly.Location, $"--TestCaseFilter:{filter}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GHERKIN_TESTS_FAIL"] = fail, ["ESTALEIRO_MESSAGES"] = "" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
