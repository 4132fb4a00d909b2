using System.Diagnostics.CodeAnalysis;

namespace Estaleiro.Gherkin;

/// <summary>Writes to the test's output and to the run's messages. Inject it into a binding class or a hook.</summary>
public interface IReqnrollOutputHelper
{
    /// <summary>Writes a line.</summary>
    void WriteLine(string message);

    /// <summary>Writes a formatted line.</summary>
    void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object[] args);

    /// <summary>Attaches a file: its bytes, as they are now, go into the messages.</summary>
    /// <param name="filePath">The file; its extension gives the media type.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    void AddAttachment(string filePath);
}
