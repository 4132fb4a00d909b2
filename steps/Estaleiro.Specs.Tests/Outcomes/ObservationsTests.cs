using System.Text.Json.Nodes;
using Estaleiro.Steps.Outcomes;

namespace Estaleiro.Specs.Tests.Outcomes;

public sealed class ObservationsTests
{
    [Fact]
    public void Volatile_values_have_their_names_and_what_was_made_for_another_is_called_after_it()
    {
        var pod = Object("""{"metadata":{"name":"web-5d4-x2","uid":"1","creationTimestamp":"2026-01-01T00:00:00Z","ownerReferences":[{"kind":"ReplicaSet","name":"web-5d4","controller":true}],"managedFields":[]},"status":{"podIP":"10.42.0.7","containerStatuses":[{"containerID":"containerd://1"}]}}""");

        var text = Describe(("Pod", pod));

        Assert.Contains("name: Pod of ReplicaSet\n", text, StringComparison.Ordinal);
        Assert.Contains("podIP: ip of Pod of ReplicaSet\n", text, StringComparison.Ordinal);
        Assert.Contains("uid: a uid\n", text, StringComparison.Ordinal);
        Assert.Contains("containerID: a containerID\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("managedFields", text, StringComparison.Ordinal);
        Assert.StartsWith("kubernetes: 1.20.2\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_and_certificates_are_masked()
    {
        var text = Describe(
            ("Secret", Object("""{"metadata":{"name":"s"},"data":{"password":"aHVudGVyMg=="}}""")),
            ("CertificateSigningRequest", Object("""{"metadata":{"name":"c"},"spec":{"request":"aHVudGVyMg=="},"status":{"certificate":"aHVudGVyMg=="}}""")),
            ("CustomResourceDefinition", Object("""{"metadata":{"name":"d"},"spec":{"conversion":{"webhook":{"clientConfig":{"caBundle":"aHVudGVyMg=="}}}}}""")));

        Assert.DoesNotContain("aHVudGVyMg", text, StringComparison.Ordinal);
        Assert.Contains("data: '***'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_told_once_however_often_it_came_with_who_wrote_it()
    {
        var newer = Object("""{"involvedObject":{"kind":"Pod","name":"web"},"type":"Normal","reason":"Scheduled","reportingComponent":"default-scheduler","source":{},"message":"m"}""");
        var older = Object("""{"involvedObject":{"kind":"Pod","name":"web"},"type":"Normal","reason":"Pulled","source":{"component":"kubelet"},"message":"m"}""");

        var text = Describe(("Event", newer), ("Event", older), ("Event", (JsonObject)older.DeepClone()));

        Assert.Equal(2, text.Split("about: Pod web").Length - 1);
        Assert.Contains("by: default-scheduler\n", text, StringComparison.Ordinal);
        Assert.Contains("by: kubelet\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_objects_of_a_kind_a_few_are_told_and_the_others_counted()
    {
        var text = Describe([.. Enumerable.Range(1, 500).Select(number => ("Ingress", Object($$$"""{"metadata":{"name":"host-{{{number}}}"}}""")))]);

        Assert.Equal(5, text.Split("kind: Ingress").Length - 1);
        Assert.Contains("Ingress: 495\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_text_is_cut() =>
        Assert.Contains("… (5000 characters)", Describe(("ConfigMap", Object($$$"""{"metadata":{"name":"c"},"data":{"big":"{{{new string('x', 5000)}}}"}}"""))), StringComparison.Ordinal);

    [Fact]
    public void Names_that_observations_give_are_not_the_outcomes()
    {
        var names = new Names();
        new Observations(names.Copy()).Describe("1.20.2", [("Service", Object("""{"metadata":{"name":"web"},"spec":{"clusterIP":"10.43.0.9"}}"""))]);

        Assert.Equal("10.43.0.9", names.Replace("10.43.0.9"));
    }

    private static string Describe(params (string Kind, JsonObject Object)[] found) => new Observations(new Names()).Describe("1.20.2", found);

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
