using Estaleiro.Specs.Parsing;

namespace Estaleiro.Specs.Generator;

/// <summary>What came of a feature file: its class, or what is wrong with it. Equal for equal files, so that the compiler keeps what is unchanged.</summary>
internal sealed record ReadFeature(string Uri, string Path, string Title, int Line, string? FullClassName, string? Code)
{
    public EquatableProblems Problems { get; init; } = new([]);

    public static ReadFeature Of(FeatureInput input)
    {
        var uri = Relative(input.Options.Root, input.Path);
        if (input.Text is null)
        {
            return Failed(new FeatureSyntaxError(uri, 1, 1, "The file cannot be read."));
        }

        try
        {
            var document = FeatureDocument.Parse(input.Text.Replace("\r\n", "\n"), uri);
            if (document.Feature is not { } feature)
            {
                return new ReadFeature(uri, input.Path, "", 1, null, null);
            }

            var relative = Relative(input.Options.ProjectDirectory, input.Path);
            var shown = input.Link.Length > 0 ? input.Link.Replace('\\', '/') : relative;
            var folders = FolderOf(shown).TrimStart('/', '.').Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(Identifier.Of);
            var generated = new GeneratedFeature(
                document,
                input.Path,
                FolderOf(relative),
                string.Join(".", folders.Prepend(input.Options.RootNamespace).Where(part => part.Length > 0)),
                Identifier.Of(feature.Name) + "Feature");
            return new ReadFeature(uri, input.Path, feature.Name, (int)feature.Location.Line, generated.FullClassName, FeatureClass.Write(generated));
        }
        catch (FeatureSyntaxException error)
        {
            return Failed([.. error.Problems]);
        }

        ReadFeature Failed(params FeatureSyntaxError[] problems) => new(uri, input.Path, "", 1, null, null) { Problems = new(problems) };
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path.Substring(0, slash) : "";

    /// <summary>With forward slashes; generators may not ask the file system, so the folders are compared as texts.</summary>
    private static string Relative(string root, string path)
    {
        var from = root.Replace('\\', '/').TrimEnd('/').Split('/');
        var to = path.Replace('\\', '/').Split('/');
        var same = 0;
        while (same < from.Length && same < to.Length - 1 && from[same] == to[same])
        {
            same++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - same).Concat(to.Skip(same)));
    }
}
