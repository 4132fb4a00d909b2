namespace Estaleiro.Contract;

/// <summary>
/// The environment variables that the test process reads. The command line sets them from its options; under plain <c>dotnet test</c> the user
/// sets those of the README.
/// </summary>
public static class EnvironmentVariables
{
    /// <summary>The cluster provider: <c>k3s</c> or <c>kubeconfig</c>.</summary>
    public const string Cluster = "ESTALEIRO_CLUSTER";

    /// <summary>The node image.</summary>
    public const string Image = "ESTALEIRO_IMAGE";

    /// <summary>The kubeconfig context of provider <c>kubeconfig</c>.</summary>
    public const string Context = "ESTALEIRO_CONTEXT";

    /// <summary>The kubeconfig file of provider <c>kubeconfig</c>.</summary>
    public const string Kubeconfig = "ESTALEIRO_KUBECONFIG";

    /// <summary>What the kit may do on an existing cluster beyond its own namespaces, with commas between: see <c>Permission</c>.</summary>
    public const string Allow = "ESTALEIRO_ALLOW";

    /// <summary>Set to anything, a scenario is skipped that needs a right beyond namespaces which the user lacks.</summary>
    public const string NamespacedOnly = "ESTALEIRO_NAMESPACED_ONLY";

    /// <summary>The registry that the workloads' images are pulled from, instead of each image's own.</summary>
    public const string Registry = "ESTALEIRO_REGISTRY";

    /// <summary>The image with a shell and the busybox commands that specs call <c>toolbox</c>.</summary>
    public const string ToolboxImage = "ESTALEIRO_TOOLBOX_IMAGE";

    /// <summary>
    /// Folders of features to build and run instead of the kit's own, with semicolons between: MSBuild reads it as a property.
    /// </summary>
    public const string Specs = "ESTALEIRO_SPECS";

    /// <summary>What the paths of those features are relative to.</summary>
    public const string SpecsRoot = "ESTALEIRO_SPECS_ROOT";

    /// <summary>The cgroup namespace of node containers: <c>private</c> or <c>host</c>.</summary>
    public const string CgroupNamespace = "ESTALEIRO_CGROUPNS";

    /// <summary>A factor for every limit, above 0.</summary>
    public const string TimeoutScale = "ESTALEIRO_TIMEOUT_SCALE";

    /// <summary>Set to anything, clusters and namespaces of failed scenarios stay.</summary>
    public const string Keep = "ESTALEIRO_KEEP";

    /// <summary>Set to 1, Musics are heard where the machine has a player.</summary>
    public const string Play = "ESTALEIRO_PLAY";

    /// <summary>The file of a mutant: every cluster that the run starts gets its fault. Unset, clusters are healthy.</summary>
    public const string Mutant = "ESTALEIRO_MUTANT";

    /// <summary>The run's id: a label on everything it starts.</summary>
    public const string RunId = "ESTALEIRO_RUN_ID";

    /// <summary>The folder for results: see <see cref="RunFiles"/>.</summary>
    public const string Out = "ESTALEIRO_OUT";

    /// <summary>The file for Cucumber messages.</summary>
    public const string Messages = "ESTALEIRO_MESSAGES";

    /// <summary>The file for notices, one <see cref="Notice"/> a line.</summary>
    public const string Progress = "ESTALEIRO_PROGRESS";

    /// <summary>The socket of a workshop session; unset, there is none.</summary>
    public const string Workshop = "ESTALEIRO_WORKSHOP";

    /// <summary>Reqnroll's own: <c>true</c> binds steps and runs nothing (https://docs.reqnroll.net/latest/execution/dry-run.html).</summary>
    public const string DryRun = "REQNROLL_DRY_RUN";
}
