using Estaleiro.Clusters;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What the kernel keeps apart: namespaces and cgroups of a pod's containers.</summary>
[Binding]
public sealed class IsolationSteps(ScenarioCluster cluster, PodShell shell, EvidenceLog evidence, Outcome outcome)
{
    private const string Unlimited = "no limit";

    /// <summary>One line a process whose cgroup is the pod's, $1 by either cgroup driver: its name and the namespaces it is in.</summary>
    private const string ListNamespaces =
        """
        for process in /proc/[0-9]*; do
          grep -qsE "$1" "$process/cgroup" || continue
          line=$(cat "$process/comm")
          for namespace in $2; do line="$line $(readlink "$process/ns/$namespace")"; done
          echo "$line"
        done
        """;

    /// <summary>The limits as cgroup v2 or v1 has them: https://docs.kernel.org/admin-guide/cgroup-v2.html and …/cgroup-v1/.</summary>
    private const string ListLimits =
        "cd /sys/fs/cgroup; if [ -e memory.max ]; then cat memory.max cpu.max; "
        + "else cat memory/memory.limit_in_bytes cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us; fi";

    /// <summary>As <see cref="ListLimits"/>, of the cgroup of the pod with the uid $1.</summary>
    private const string ListPodLimits =
        "of() { find /sys/fs/cgroup/$1 -type d -name \"*pod$2*\" | head -n 1; }; if [ -e /sys/fs/cgroup/cgroup.controllers ]; "
        + "then cd \"$(of . \"$1\")\" && cat memory.max cpu.max; "
        + "else cat \"$(of memory/ \"$1\")/memory.limit_in_bytes\" && cd \"$(of cpu/ \"$1\")\" && cat cpu.cfs_quota_us cpu.cfs_period_us; fi";

    /// <summary>The columns after the first are processes by name. Each row's letters stand for namespaces in the order in which they are met.</summary>
    [Then("seen from its node the processes of the pod {string} live in these namespaces:")]
    public async Task LiveInTheseNamespaces(string name, DataTable expected)
    {
        var pod = await cluster.Cluster.Client.CoreV1.ReadNamespacedPodAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var node = cluster.Cluster.Nodes.Single(node => node.Name == pod.Spec.NodeName);
        string[] namespaces = [.. expected.Rows.Select(row => row["namespace"])];
        string[] processes = [.. expected.Header.Skip(1)];
        evidence.Note($"# on {node.Name}, of every process whose /proc/PID/cgroup has {pod.Metadata.Uid}: readlink /proc/PID/ns/*");
        var result = await node.ExecuteAsync(
            ["sh", "-c", ListNamespaces, "sh", pod.Metadata.Uid.Replace("-", "[-_]", StringComparison.Ordinal), string.Join(' ', namespaces)], cluster.Limit);
        evidence.Note(result.Output);
        var found = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToLookup(words => words[0], words => words[1..], StringComparer.Ordinal);
        Assert.True(
            found.Select(group => group.Key).Order(StringComparer.Ordinal).SequenceEqual(processes.Order(StringComparer.Ordinal)),
            $"On {node.Name} the pod {name} has the processes {string.Join(", ", found.Select(group => group.Key))}, expected {string.Join(", ", processes)}. {result.Error}");

        var table = new OutcomeTable([.. expected.Header]);
        var mistakes = new List<string>();
        foreach (var (row, index) in expected.Rows.Select((row, index) => (row, index)))
        {
            var letters = new Dictionary<string, string>(StringComparer.Ordinal);
            string[] cells = [.. processes.Select(process => LetterOf(letters, found[process].First()[index]))];
            table.Add([namespaces[index], .. cells]);
            if (!cells.SequenceEqual(processes.Select(process => row[process])))
            {
                mistakes.Add($"{namespaces[index]}: {string.Join(' ', cells)}");
            }
        }

        Assert.True(mistakes.Count == 0, $"The namespaces of {string.Join(", ", processes)} are not as expected: {string.Join("; ", mistakes)}.");
        outcome.Add($"processes of {name}", table);
    }

    /// <summary>
    /// Reads memory and CPU limits from within each container's cgroup; records them. Columns: container, memory in bytes, cpu in
    /// microseconds.
    /// </summary>
    [Then("the cgroups of the containers in the pod {string} say:")]
    public async Task TheCgroupsSay(string pod, DataTable expected)
    {
        var table = new OutcomeTable([.. expected.Header]);
        foreach (var row in expected.Rows)
        {
            var container = row["container"];
            evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -c {container} -- sh -c '{ListLimits}'");
            var result = await shell.ExecuteAsync(pod, container, ["sh", "-c", ListLimits], cluster.Limit);
            evidence.Note(result.Output);
            var (memory, cpu) = ReadLimits(container, result);
            Assert.True(
                memory == row["memory in bytes"] && cpu == row["cpu in microseconds"],
                $"The cgroup of {container} says memory: {memory}, cpu: {cpu}. Expected memory: {row["memory in bytes"]}, cpu: {row["cpu in microseconds"]}.");
            table.Add(container, memory, cpu);
        }

        outcome.Add($"cgroups of {pod}", table);
    }

    /// <summary>What all containers of a pod may use together: the cgroup around theirs, which only the node sees.</summary>
    [Then("on its node the cgroup of the pod {string} says:")]
    public async Task TheCgroupOfThePodSays(string name, DataTable expected)
    {
        var pod = await cluster.Cluster.Client.CoreV1.ReadNamespacedPodAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var node = cluster.Cluster.Nodes.Single(node => node.Name == pod.Spec.NodeName);
        evidence.Note($"# on {node.Name}: {ListPodLimits} # $1 is {pod.Metadata.Uid}");
        var result = await node.ExecuteAsync(
            ["sh", "-c", ListPodLimits, "sh", pod.Metadata.Uid.Replace("-", "[-_]", StringComparison.Ordinal)], cluster.Limit);
        var (memory, cpu) = ReadLimits(name, result);
        var row = Assert.Single(expected.Rows);
        Assert.True(
            memory == row["memory in bytes"] && cpu == row["cpu in microseconds"],
            $"The cgroup of the pod {name} says memory: {memory}, cpu: {cpu}. "
            + $"Expected memory: {row["memory in bytes"]}, cpu: {row["cpu in microseconds"]}.");
        outcome.Add($"cgroup of the pod {name}", new OutcomeTable("memory in bytes", "cpu in microseconds").Add(memory, cpu));
    }

    private static string LetterOf(Dictionary<string, string> letters, string @namespace)
    {
        letters.TryAdd(@namespace, $"{(char)('a' + letters.Count)}");
        return letters[@namespace];
    }

    private static (string Memory, string Cpu) ReadLimits(string container, NodeCommandResult result)
    {
        var words = result.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.True(
            result.ExitCode == 0 && words.Length == 3, $"The container {container} could not read its cgroup: '{result.Output.Trim()}' '{result.Error.Trim()}'");

        // cgroup v1 says "unlimited" by a number larger than any machine's memory, and by a quota of -1.
        var memory = words[0] is "max" || (words[0].Length > 18) ? Unlimited : words[0];
        var cpu = words[1] is "max" or "-1" ? Unlimited : $"{words[1]} of {words[2]}";
        return (memory, cpu);
    }
}
