using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>What the fields of <see cref="HelpScoutFields"/> must be, which is what they must be in an update, and how they are written.</summary>
internal static class FieldRules
{
    /// <summary>Where Help Scout's own number for an organisation is kept.</summary>
    public const string OrganizationId = "organizationId";

    private static readonly ValueList<(string Name, TextPath Path, Func<HelpScoutFields, Optional<string?>> Read)> Texts =
    [
        Text("firstName", fields => fields.FirstName),
        Text("lastName", fields => fields.LastName),
        Text("photoUrl", fields => fields.PhotoUrl),
        Text("photoType", fields => fields.PhotoType),
        Text("jobTitle", fields => fields.JobTitle),
        Text("location", fields => fields.Location),
        Text("background", fields => fields.Background),
        Text("age", fields => fields.Age),
        Text("gender", fields => fields.Gender),
        Text("organization", fields => fields.Organization),
    ];

    /// <summary>The canonical fields behind them.</summary>
    public static IEnumerable<string> Written => [.. Texts.Select(text => text.Name), "vendor"];

    /// <summary>What is wrong with the fields that were sent. Null is none of them.</summary>
    public static IEnumerable<Problem> Check(HelpScoutFields fields) =>
    [
        .. Texts.SelectMany(text => text.Path.Rule.CheckOptional(text.Read(fields), text.Name)),
        .. fields.OrganizationId is { IsMistyped: true } or { IsPresent: true, Value: <= 0 }
            ? [HelpScoutProblem.WrongType(OrganizationId, "positive integer", fields.OrganizationId.Received ?? fields.OrganizationId.Value)]
            : Enumerable.Empty<Problem>(),
    ];

    /// <summary>The change that writes all of the fields: those that were not sent, or have no value, are cleared.</summary>
    public static CustomerChange Write(CustomerChange change, HelpScoutFields fields)
    {
        var written = Texts.Aggregate(change, (so, text) => text.Path.Set(so, text.Path.Rule.Read(text.Read(fields).Or(null))));
        var organization = fields.OrganizationId.Or(null) is { } number
            ? new BagEdit { Merge = ValueMap<BagValue>.Of([new(OrganizationId, ToBag(number))]) }
            : new BagEdit { Remove = [OrganizationId] };
        return written with { Vendor = ValueMap<BagEdit>.Of([new(HelpScoutMapping.Vendor, organization)]) };
    }

    private static BagValue ToBag(long number) =>
        BagValue.Of(JsonSerializer.SerializeToElement(number, HelpScoutJson.Default.Int64));

    private static (string Name, TextPath Path, Func<HelpScoutFields, Optional<string?>> Read) Text(
        string name, Func<HelpScoutFields, Optional<string?>> read) => (name, (TextPath)PatchPaths.Find($"/{name}")!.Value.Path, read);
}
