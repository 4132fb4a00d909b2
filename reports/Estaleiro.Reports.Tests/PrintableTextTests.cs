using Estaleiro.Contract;
using Xunit;

namespace Estaleiro.Reports.Tests;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("plain › ção 😀\n\tindented", "plain › ção 😀\n\tindented")]
    [InlineData("\u001b[31;1mred\u001b[0m", "red")]
    [InlineData("a\u001b[2J\u001b]0;owned\ab", "a␛[2J␛]0;owned␇b")]
    [InlineData("\u001b[31", "␛[31")]
    [InlineData("\u001b", "␛")]
    [InlineData("\u009b2J\u0085", "<U+009B>2J<U+0085>")]
    [InlineData("a\r\nb\rc\b\u007f", "a\nb␍c␈<U+007F>")]
    [InlineData("user\u202egnp.exe \u2066x\u2069 \u200bzero \u2028", "user<U+202E>gnp.exe <U+2066>x<U+2069> <U+200B>zero <U+2028>")]
    [InlineData("\U000e0041", "<U+E0041>")]
    [InlineData("\uffff", "<U+FFFF>")]
    public void Nothing_in_it_drives_a_terminal(string text, string printable) => Assert.Equal(printable, PrintableText.Of(text));

    [Theory]
    [InlineData("::error title=lab::x", ": :error title=lab::x")]
    [InlineData("a\n  ::stop-commands::x\n\u00a0::set-env::", "a\n  : :stop-commands::x\n\u00a0: :set-env::")]
    [InlineData("##[error]x and ##[add-mask]y", "# #[error]x and # #[add-mask]y")]
    [InlineData("###[error]", "## #[error]")]
    [InlineData(":\u0301:error::x #\ufe0f#[error]", ": \u0301:error::x # \ufe0f#[error]")]
    [InlineData("std::string # comment ## [x]", "std::string # comment ## [x]")]
    public void Nothing_in_it_is_a_command_of_GitHubs_runner(string text, string harmless) => Assert.Equal(harmless, GitHubRunner.WithoutCommands(text));

    [Fact]
    public void A_long_text_says_how_much_is_missing_and_where_it_is()
    {
        Assert.Equal("short", MessageText.Cut("short", "x"));
        Assert.Equal("ab\n… 3 more characters in x", MessageText.Cut("abcde", "x", 2));
        Assert.Equal("a\n… 3 more characters in x", MessageText.Cut("a😀b", "x", 2));
    }
}
