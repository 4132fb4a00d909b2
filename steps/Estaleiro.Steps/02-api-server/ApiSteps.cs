using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The API server's side of a conversation.</summary>
[Binding]
public sealed class ApiSteps(
    ScenarioCluster cluster, Identities identities, Conversation conversation, EvidenceLog evidence, Outcome outcome)
{
    private const string AsTold = "as told";
    private const string Warning = "warning";

    private static readonly string[] Columns = ["as", "request", "format", "body", "told before", "answer", "answer holds", Warning];

    private readonly Dictionary<string, JsonObject> copies = new(StringComparer.Ordinal);
    private string? copiedPath;

    /// <summary>
    /// Columns: <c>request</c> (verb and path) and <c>answer</c>, and where wanted <c>as</c> (who asks, see <see cref="Identities"/>),
    /// <c>format</c> (of a patch, or a media type), <c>body</c>, <c>told before</c> (what a SelfSubjectAccessReview said, yes or no)
    /// (then <c>answer</c> may be <c>as told</c>: success or 403), <c>answer holds</c> (<c>field=value; field=value</c>, nothing after the = where
    /// the field must not be there) and <c>warning</c> (of what the header Warning tells, a part; nothing where it must not be sent).
    /// </summary>
    [Given("the API server answers these requests, one after the other:")]
    [When("the API server answers these requests, one after the other:")]
    [Then("the API server answers these requests, one after the other:")]
    [Given("o API server responde a estas requisições, uma depois da outra:")]
    [When("o API server responde a estas requisições, uma depois da outra:")]
    [Then("o API server responde a estas requisições, uma depois da outra:")]
    public async Task AnswersTheseRequests(DataTable requests)
    {
        string[] shown = [.. requests.Header.Where(column => column is not ("body" or "answer holds" or Warning))];
        if (requests.Header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
        {
            throw new FormatException($"The table of requests has a column '{unknown}'. It may have: {string.Join(", ", Columns)}.");
        }

        var hasFields = requests.ContainsColumn("answer holds");
        var hasWarning = requests.ContainsColumn(Warning);
        var answers = new OutcomeTable(
        [
            .. shown,
            "reason",
            "body",
            .. hasFields ? ["answer holds"] : Array.Empty<string>(),
            .. hasWarning ? [Warning] : Array.Empty<string>(),
        ]);
        foreach (var row in requests.Rows)
        {
            var answer = await AskAsync(row);
            var isCertain = !row["answer"].Contains(" or ", StringComparison.Ordinal);
            var reason = isCertain && answer.IsStatus ? (string?)answer.Body["reason"] ?? "" : "";
            answers.Add(
            [
                .. shown.Select(column => column is "answer" && isCertain ? answer.Line : row[column]),
                reason,
                isCertain ? BodyOf(row, answer) : "",
                .. hasFields ? [row["answer holds"]] : Array.Empty<string>(),
                .. hasWarning ? [string.Join("; ", answer.Warnings.Select(cluster.Unexpand).DefaultIfEmpty("none"))] : Array.Empty<string>(),
            ]);
        }

        outcome.Add("answers", answers);
    }

    /// <summary>
    /// For what becomes true in the API server itself some moments after it was asked for, which nobody can watch. Columns as for several requests.
    /// </summary>
    [Given("soon the API server answers this request like this:")]
    [When("soon the API server answers this request like this:")]
    public async Task HasComeToAnswer(DataTable requests)
    {
        var row = Assert.Single(requests.Rows);
        var (method, path) = Split(cluster.Expand(row["request"]));
        var body = Cell(row, "body") is { Length: > 0 } text ? cluster.Expand(text) : null;
        var api = await identities.SeenByAsync(Cell(row, "as"));
        await Repeatedly.LookAsync(
            cluster,
            token =>
            {
                evidence.Curl(method, path, body);
                return api.SendAsync(method, path, body, MediaTypes.Json, token);
            },
            answer => answer.Line == row["answer"] ? WhatIsMissing(row, answer) : $"{answer.Line} {answer.Message}".Trim(),
            ScenarioCluster.StepLimit,
            $"the API server to answer {row["answer"]} to {method} {path}");
    }

    /// <summary>
    /// From the last answer's token on. Some page may be empty, and one more may follow though nothing is left: a token promises no object.
    /// </summary>
    [Then("the pages of {string} that follow hold {string}, and the last has no token")]
    public async Task TheFollowingPagesHold(string list, string expected)
    {
        var found = new List<string>();
        for (var token = conversation.Expand("{metadata.continue}"); token.Length > 0;)
        {
            var path = $"{cluster.Expand(list)}&continue={Uri.EscapeDataString(token)}";
            evidence.Curl(HttpMethod.Get, path);
            var page = await cluster.Api.GetAsync(path, cluster.Limit);
            found.AddRange(page["items"]!.AsArray().Select(item => FieldPath.Read(item, "metadata.name")!));
            token = FieldPath.Read(page, "metadata.continue") ?? "";
        }

        var names = string.Join(' ', found);
        Assert.True(names == expected, $"The pages that follow hold '{names}', expected '{expected}'.");
        outcome.Add("the pages that follow hold", names);
    }

    /// <summary>
    /// Asks for the path as a Table, as kubectl get does, and compares rows and order; records the columns named in the step.
    /// </summary>
    [Then("{string} prints as this table:")]
    public async Task PrintsAsThisTable(string path, DataTable expected)
    {
        evidence.Kubectl($"get --raw {cluster.Expand(path)} # with the header Accept: {MediaTypes.Table}");
        var answer = await cluster.Api.SendAsync(HttpMethod.Get, cluster.Expand(path), null, MediaTypes.Json, MediaTypes.Table, cluster.Limit);
        Assert.True(
            answer.IsSuccess && (string?)answer.Body["kind"] == "Table",
            $"The API server answered {answer.Line} with a {answer.Body["kind"] ?? "body without a kind"}, expected a Table.");
        var columns = answer.Body["columnDefinitions"]!.AsArray().Select(column => (string)column!["name"]!).ToList();
        var missing = expected.Header.Except(columns).ToArray();
        Assert.True(missing.Length == 0, $"The table has no column {string.Join(", ", missing)}. It has: {string.Join(", ", columns)}.");

        var found = new DataTable([.. expected.Header]);
        var table = new OutcomeTable([.. expected.Header]);
        foreach (var row in answer.Body["rows"]!.AsArray().Select(row => row!["cells"]!.AsArray()))
        {
            string[] cells = [.. expected.Header.Select(column => row[columns.IndexOf(column)]?.ToString() ?? "")];
            found.AddRow(cells);
            table.Add(cells);
        }

        Assert.True(
            found.Rows.Select(row => string.Join(" | ", row.Values)).SequenceEqual(expected.Rows.Select(row => string.Join(" | ", row.Values))),
            $"The API server prints:\n{found}\nexpected:\n{expected}");
        outcome.Add("columns", string.Join(", ", columns));
        outcome.Add("printed", table);
    }

    /// <summary>Gives each of the two a copy of the same revision of the object, for a later "writes it back".</summary>
    [Given("{word} and {word} have both read the {word} {string}")]
    public async Task BothHaveRead(string one, string other, string kind, string name)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} {kind} {name} -o yaml");
        copiedPath = (await cluster.Api.ResourceOfKindAsync(kind, cluster.Limit)).PathOf(cluster.Namespace, name);
        copies[one] = await cluster.Api.GetAsync(copiedPath, cluster.Limit);
        copies[other] = await cluster.Api.GetAsync(copiedPath, cluster.Limit);
    }

    /// <summary>
    /// Puts the writer's copy with one field changed, its old resourceVersion included, and keeps the API server's answer for the next
    /// step.
    /// </summary>
    [When("{word} writes it back with {string} set to {string}")]
    public async Task WritesItBack(string writer, string field, string value)
    {
        var copy = copies[writer];
        FieldPath.Write(copy, field, value);
        evidence.Kubectl($"replace -n {cluster.Namespace} -f {writer.ToLowerInvariant()}.yaml");
        conversation.Answer = await cluster.Api.SendAsync(HttpMethod.Put, copiedPath!, copy.ToJsonString(), MediaTypes.Json, cluster.Limit);
    }

    /// <summary>
    /// Compares status code and reason phrase, such as "409 Conflict", of the last answer that a step kept; records the answer.
    /// </summary>
    [Then(@"^the API server answers (\d\d\d .+)$")]
    public void Answers(string line)
    {
        var answer = conversation.Answer;
        Assert.True(answer.Line == line, $"The API server answered {answer.Line}, expected {line}: {answer.Message}");
        outcome.Add("answer", Describe(answer));
    }

    /// <summary>Looks for the field among the causes in the details of the refusal; records nothing beyond the answer itself.</summary>
    [Then("the answer names the field {string}")]
    public void AnswerNamesTheField(string field)
    {
        var fields = conversation.Answer.FieldsAtFault;
        Assert.True(
            fields.Contains(field), $"The answer complains of {(fields.Count == 0 ? "no field" : string.Join(", ", fields))}, expected {field}: {conversation.Answer.Message}");
    }

    /// <summary>What came back: a kind, with the number of items in a list but for the ConfigMap that every namespace gets some time.</summary>
    private static string BodyOf(DataTableRow row, ApiAnswer answer)
    {
        var (method, path) = Split(row["request"]);
        if (!ReleaseDifferences.IsBodyCommon(method, path))
        {
            return "";
        }

        var kind = (string?)answer.Body["kind"] ?? "no object";
        return answer.Body["items"] is JsonArray items && path.Contains("{namespace}", StringComparison.Ordinal) ? $"{kind} of {items.Count(IsListed)}" : kind;

        bool IsListed(JsonNode? item) => ReleaseDifferences.IsListed(
            kind.Replace("List", "", StringComparison.Ordinal), FieldPath.Read(item, "metadata.name") ?? "", FieldPath.Read(item, "type"));
    }

    /// <summary>The sentences change between Kubernetes versions; reason and fields are the contract.</summary>
    private static JsonObject Describe(ApiAnswer answer)
    {
        var description = new JsonObject { ["status"] = answer.Line, ["body"] = (string?)answer.Body["kind"] };
        if (!answer.IsSuccess)
        {
            description["reason"] = (string?)answer.Body["reason"];
            if (answer.FieldsAtFault is { Count: > 0 } fields)
            {
                description["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]);
            }
        }

        return description;
    }

    private static (HttpMethod Method, string Path) Split(string request)
    {
        var parts = request.Split(' ', 2, StringSplitOptions.TrimEntries);
        return (new HttpMethod(parts[0]), parts[1]);
    }

    private static string Cell(DataTableRow row, string column) => row.TryGetValue(column, out var cell) ? cell : "";

    private static bool IsTheWanted(string? found, string wanted) => wanted switch
    {
        "" => string.IsNullOrEmpty(found),
        "something" => !string.IsNullOrEmpty(found),
        _ => found == wanted,
    };

    private async Task<ApiAnswer> AskAsync(DataTableRow row)
    {
        var identity = Cell(row, "as");
        var api = await identities.SeenByAsync(identity);
        var (method, path) = Split(conversation.Expand(cluster.Expand(row["request"]), Uri.EscapeDataString));
        var body = Cell(row, "body") is { Length: > 0 } text ? conversation.Expand(cluster.Expand(text)) : null;
        var format = Cell(row, "format");
        var contentType = format is not ("" or "table") ? MediaTypes.Named(format) : method == HttpMethod.Patch ? MediaTypes.MergePatch : MediaTypes.Json;
        var accept = format is "table" ? MediaTypes.Table : MediaTypes.Json;
        evidence.Curl(method, path, body is null ? null : Shortened(body), contentType, identity.Length == 0 ? "" : $"as {identity}");

        if (Cell(row, "told before") is { Length: > 0 } foretold)
        {
            await AskBeforeAsync(api, identity, method, path, foretold);
        }

        var answer = await api.SendAsync(method, path, body, contentType, accept, cluster.Limit);
        var isExpected = row["answer"] is AsTold
            ? answer.IsSuccess == (Cell(row, "told before") == "yes") && (answer.IsSuccess || answer.StatusCode == HttpStatusCode.Forbidden)
            : row["answer"].Split(" or ").Contains(answer.Line);
        Assert.True(
            isExpected,
            $"The API server answered {answer.Line} to {method} {path}{(identity.Length == 0 ? "" : $" of {identity}")}, expected {row["answer"]}: {answer.Message ?? Shortened(answer.Body.ToJsonString())}");
        var missing = WhatIsMissing(row, answer);
        Assert.True(missing is null, $"In the answer to {method} {path}, {missing}: {Shortened(answer.Body.ToJsonString())}");
        conversation.Answer = answer;
        return answer;
    }

    /// <summary>What a row wants of an answer besides its status, and the answer has not; null where it has all of it.</summary>
    private string? WhatIsMissing(DataTableRow row, ApiAnswer answer)
    {
        foreach (var expectation in Cell(row, "answer holds").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = expectation.Split('=', 2);
            var wanted = conversation.Expand(cluster.Expand(parts[1]));
            var found = FieldPath.Read(answer.Body, parts[0]);
            if (!IsTheWanted(found, wanted))
            {
                return $"{parts[0]} is '{found}', expected {(wanted.Length == 0 ? "nothing" : $"'{wanted}'")}";
            }
        }

        if (!row.TryGetValue(Warning, out var told))
        {
            return null;
        }

        var warned = string.Join("; ", answer.Warnings);
        var part = cluster.Expand(told);
        return (part.Length == 0 ? warned.Length == 0 : warned.Contains(part, StringComparison.Ordinal)) ? null
            : $"the warning is '{warned}', expected {(part.Length == 0 ? "none" : $"'{part}'")}";
    }

    private async Task AskBeforeAsync(KubernetesApi api, string identity, HttpMethod method, string path, string expected)
    {
        var review = AccessReview.Of(method, path);
        var answer = await api.SendAsync(HttpMethod.Post, AccessReview.OfOneself, review.ToJsonString(), MediaTypes.Json, cluster.Limit);
        var told = FieldPath.Read(answer.Body, "status.allowed") switch { "true" => "yes", "false" => "no", _ => answer.Line };
        Assert.True(told == expected, $"{identity} asked beforehand whether {method} {path} is allowed and was told '{told}', expected '{expected}'.");
    }

    private static string Shortened(string text) => text.Length <= 400 ? text : $"{text[..400]}… ({text.Length} characters)";
}
