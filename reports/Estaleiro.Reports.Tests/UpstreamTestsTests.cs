using Estaleiro.Reports.Coverage;
using Xunit;

namespace Estaleiro.Reports.Tests;

public sealed class UpstreamTestsTests
{
    [Fact]
    public void Codenames_are_read_as_upstream_folds_and_quotes_them()
    {
        var tests = Read("""
            - testname: Scheduler, resource limits
              codename: '[sig-scheduling] SchedulerPredicates [Serial] validates resource limits
                of pods that are allowed to run [Conformance]'
              description: Scheduling Pods MUST fail if the resource requests exceed Machine capacity.
              release: v1.9
              file: test/e2e/scheduling/predicates.go
            - testname: Containers, with arguments
              codename: '[sig-node] Containers should be able to override the image''s default
                arguments (container cmd) [NodeConformance] [Conformance]'
              description: ''
              release: v1.16, v1.21
              file: test/e2e/common/node/containers.go
            """);

        Assert.Equal(
            [
                "[sig-scheduling] SchedulerPredicates [Serial] validates resource limits of pods that are allowed to run [Conformance]",
                "[sig-node] Containers should be able to override the image's default arguments (container cmd) [NodeConformance] [Conformance]",
            ],
            tests.Select(test => test.Codename));
        Assert.Equal(["sig-scheduling", "sig-node"], tests.Select(test => test.Group));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("just words")]
    [InlineData("testname: one")]
    [InlineData("- one\n- two")]
    [InlineData("- testname: one")]
    [InlineData("- codename: '  '")]
    [InlineData("- codename: 'open")]
    [InlineData("- ")]
    public void What_is_no_such_list_is_told_in_one_line(string text)
    {
        var message = Assert.Throws<UpstreamFormatException>(() => Read(text)).Message;

        Assert.DoesNotContain('\n', message);
        Assert.NotEmpty(message);
    }

    private static IReadOnlyList<UpstreamTest> Read(string yaml)
    {
        using var reader = new StringReader(yaml);
        return UpstreamTests.Read(reader);
    }
}
