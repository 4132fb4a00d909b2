namespace Estaleiro.Gherkin.Tests.Bindings;

public enum Taint
{
    NoSchedule,
    NoExecute,
}

public sealed record Stock(string Fruit, int Count);

public sealed record Size(int Slots);

[Binding]
public sealed class ArgumentSteps
{
    private DataTable? table;
    private IReadOnlyList<Stock> stock = [];
    private string manifest = "";

    [When("the stock is")]
    public void WhenStock(DataTable dataTable) => table = dataTable;

    [When("the stock is counted")]
    public void WhenCounted(IReadOnlyList<Stock> counted) => stock = counted;

    [When("the manifest is")]
    public void WhenManifest(string yaml) => manifest = yaml;

    [Then("there are {int} rows with columns {string}")]
    public void ThenRows(int rows, string columns)
    {
        Assert.Equal(rows, table!.RowCount);
        Assert.Equal(columns, string.Join(',', table.Header));
    }

    [Then("row {int} has {string} under {string} and {string} at index {int}")]
    public void ThenRow(int row, string cell, string column, string atIndex, int index)
    {
        Assert.Equal(cell, table!.Rows[row - 1][column]);
        Assert.Equal(atIndex, table.Rows[row - 1][index]);
    }

    [Then("{int} fruits are counted")]
    public void ThenCounted(int count) => Assert.Equal(count, stock.Sum(entry => entry.Count));

    [Then("the manifest has {int} lines and starts with {string}")]
    public void ThenManifest(int lines, string start)
    {
        Assert.Equal(lines, manifest.Split('\n').Length);
        Assert.StartsWith(start, manifest, StringComparison.Ordinal);
    }

    [StepArgumentTransformation]
    public static IReadOnlyList<Stock> ToStock(DataTable table) =>
        [.. table.Rows.Select(row => new Stock(row["fruit"], int.Parse(row["count"], System.Globalization.CultureInfo.InvariantCulture)))];

    [StepArgumentTransformation(@"(\d+) (second|minute|hour)s?")]
    public static TimeSpan ToSpan(int count, string unit) => unit switch
    {
        "hour" => TimeSpan.FromHours(count),
        "minute" => TimeSpan.FromMinutes(count),
        _ => TimeSpan.FromSeconds(count),
    };

    [StepArgumentTransformation("(small|large)", Name = "size")]
    public static Size ToSize(string name) => new(name == "small" ? 1 : 4);

    [StepArgumentTransformation("twice (.*)", Name = "doubled")]
    public static async Task<Doubled> ToDoubled(string word)
    {
        await Task.Yield();
        return new Doubled(word == "five" ? 10 : 0);
    }

    [Then(@"""(.*)"" is the span of (\d+) seconds")]
    public static void ThenSpan(TimeSpan span, int seconds) => Assert.Equal(seconds, span.TotalSeconds);

    [Then("within {TimeSpan} there are {int} seconds")]
    public static void ThenWithin(TimeSpan span, int seconds) => Assert.Equal(seconds, span.TotalSeconds);

    [Then("the {size} pod takes {int} slots")]
    public static void ThenSize(Size size, int slots) => Assert.Equal(slots, size.Slots);

    [Then("{doubled} is {int}")]
    public static void ThenDoubled(Doubled value, int expected) => Assert.Equal(expected, value.Value);

    [Then("the taint {Taint} has the number {int}")]
    public static void ThenTaint(Taint taint, int number) => Assert.Equal(number, (int)taint);

    [Then("these are read: {int} {Int32} {long} {double} {string} {string} {word} {decimal} {byte} {short}")]
    public static void ThenRead(int a, int b, long c, double d, string e, string f, string g, decimal h, byte i, short j) =>
        Assert.Equal((42, -7, 99999999999, 1.5, "a b", "c", "word", 0.25m, (byte)200, (short)12), (a, b, c, d, e, f, g, h, i, j));

    [Then("anything else {} fits the anonymous one")]
    public static void ThenAnything(string text) => Assert.Equal("at all", text);

    [Then("{int} is no null and {Guid} is a Guid")]
    public static void ThenNullable(int? number, Guid id)
    {
        Assert.Equal(3, number);
        Assert.NotEqual(Guid.Empty, id);
    }

    public sealed record Doubled(int Value);
}
