using Estaleiro.Contract;

namespace Estaleiro.Steps.Runs;

/// <summary>Reports each line as a <see cref="TextNotice"/>.</summary>
internal sealed class TextProgress(IProgress<Notice> notices) : IProgress<string>
{
    public void Report(string value) => notices.Report(new TextNotice(value));
}
