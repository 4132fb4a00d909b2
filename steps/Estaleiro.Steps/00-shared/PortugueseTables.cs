namespace Estaleiro.Steps.Bindings;

/// <summary>Tables of Portuguese features, as the steps know them: their columns' names, and the words for what is not there.</summary>
[Binding]
public sealed class PortugueseTables
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["nó"] = "node",
        ["roda"] = "runs",
        ["requisição"] = "request",
        ["corpo"] = "body",
        ["resposta"] = "answer",
        ["campo"] = "field",
        ["valor"] = "value",
        ["enviado para"] = "sent to",
        ["vai para"] = "goes to",
        ["fração"] = "share",
        ["pergunta"] = "question",
        ["primeiras notas"] = "first notes",
        ["motivo"] = "reason",
        ["mensagem"] = "message",
        ["vezes"] = "times",
        ["tipo"] = "type",
    };

    private static readonly Dictionary<string, string> Cells = new(StringComparer.Ordinal) { ["nenhum"] = "none" };

    /// <summary>The table in the steps' words; one that is in them already stays as it is, whatever its cells hold.</summary>
    [StepArgumentTransformation]
    public static DataTable InTheStepsWords(DataTable table)
    {
        if (!table.Header.Any(Columns.ContainsKey))
        {
            return table;
        }

        var translated = new DataTable([.. table.Header.Select(column => Columns.GetValueOrDefault(column, column))]);
        foreach (var row in table.Rows)
        {
            translated.AddRow([.. row.Values.Select(cell => Cells.GetValueOrDefault(cell, cell))]);
        }

        return translated;
    }
}
