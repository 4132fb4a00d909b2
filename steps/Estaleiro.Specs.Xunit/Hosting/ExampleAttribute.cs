namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>An example of an outline: a test of its own.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ExampleAttribute : Attribute
{
    /// <summary>Names the example's test.</summary>
    /// <param name="index">Its place among the file's scenarios and examples, from 0.</param>
    /// <param name="title">The outline's title with the example's arguments.</param>
    /// <param name="line">The line of its row.</param>
    /// <param name="tags">The tags of its examples, without the at sign.</param>
    public ExampleAttribute(int index, string title, int line, params string[] tags)
    {
        Index = index;
        Title = title;
        Line = line;
        Tags = tags;
    }

    /// <summary>Its place among the file's scenarios and examples, from 0.</summary>
    public int Index { get; }

    /// <summary>The outline's title with the example's arguments.</summary>
    public string Title { get; }

    /// <summary>The line of its row.</summary>
    public int Line { get; }

    /// <summary>The tags of its examples.</summary>
    public string[] Tags { get; }
}
