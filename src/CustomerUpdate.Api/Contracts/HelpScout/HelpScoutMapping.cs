using System.Globalization;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>Between Help Scout's wire and the shared customer.</summary>
internal static class HelpScoutMapping
{
    /// <summary>The contract's name, under which the customer keeps what only Help Scout knows.</summary>
    public const string Vendor = "helpscout";

    /// <summary>The change that valid operations ask for, in their order: of two writes to a field the later wins.</summary>
    public static CustomerChange ToChange(HelpScoutRequest request) => request.Operations
        .Select(item => item.Value!)
        .Aggregate(CustomerChange.None, (change, operation) =>
        {
            var (path, entryId) = PatchPaths.Find(operation.Path.Value!)!.Value;
            var name = operation.Op.Value!;
            return path.Write(change, new PatchOperation(name, entryId, name == PatchPath.Remove ? default : operation.Value.Value));
        });

    /// <summary>
    /// What a commit refused, by the names of the request: the shared customer counts edits of entries, of which not every operation is
    /// one, and knows unique values by the names of their kinds.
    /// </summary>
    public static Failure Restate(Failure failure, HelpScoutRequest request)
    {
        if (failure.Kind == FailureKind.EntryNotFound)
        {
            var edits = request.Operations.Index().Where(item => PatchPaths.Find(item.Item.Value!.Path.Value!)?.Path is EntryPath).ToList();
            return failure with { Problems = failure.Problems.Select(problem => NoSuchEntry(edits[IndexOf(problem)])).ToValueList() };
        }

        return RestateValues(failure);
    }

    /// <summary>The same where the path of the request says which entry is meant.</summary>
    public static Failure RestateValues(Failure failure) => failure.Kind switch
    {
        FailureKind.EntryNotFound => Failure.Of(FailureKind.EntryNotFound),
        FailureKind.Invalid => failure with
        {
            Problems = failure.Problems
                .Select(problem => problem with { Path = HelpScoutProblem.MemberOf(problem.Path), Code = HelpScoutProblem.Size })
                .ToValueList(),
        },
        _ => failure,
    };

    /// <summary>The customer as Help Scout shows it.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="origin">Scheme and authority that links start with.</param>
    /// <param name="definitions">What the tenant says of properties.</param>
    public static HelpScoutCustomer ToCustomer(Customer customer, string origin, PropertyDefinitions definitions)
    {
        var profile = customer.Profile;
        var id = long.Parse(profile.ReferenceOf(Vendor)!, CultureInfo.InvariantCulture);
        return new HelpScoutCustomer(
            id,
            profile.Name.First ?? "",
            profile.Name.Last ?? "",
            ShowGender(profile.Gender),
            profile.JobTitle,
            profile.Location,
            profile.Organization,
            NumberOf(profile.VendorValue(Vendor, "organizationId")),
            profile.PhotoType,
            profile.PhotoUrl,
            profile.Age,
            NumberOf(profile.VendorValue(Vendor, "conversationCount")) ?? 0,
            HelpScoutTime.Of(customer.CreatedAt),
            HelpScoutTime.Of(customer.UpdatedAt),
            profile.Background ?? "",
            Draft: false,
            ToEmbedded(profile, definitions),
            HelpScoutCustomerLinks.Of($"{origin}/v2/customers/{id.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static HelpScoutEmbedded ToEmbedded(Profile profile, PropertyDefinitions definitions) => new(
        ToTyped(profile, EntryShapes.Email),
        ToTyped(profile, EntryShapes.Phone),
        ToTyped(profile, EntryShapes.Chat),
        ToTyped(profile, EntryShapes.SocialProfile),
        profile.Websites.Entries.Select(entry => new HelpScoutWebsite(entry.Id, entry.Value)).ToValueList(),
        profile.CustomAttributes.Where(attribute => !attribute.Value.IsNull)
            .Select(attribute => definitions.Show(attribute.Key, attribute.Value)).ToValueList(),
        profile.Address is { } address
            ? new HelpScoutAddress(address.City, address.State, address.PostalCode, address.Country, address.Lines)
            : null);

    private static ValueList<HelpScoutEntry> ToTyped(Profile profile, EntryShape shape) =>
        profile.List(shape.Kind).PrimaryFirst.Select(entry => new HelpScoutEntry(entry.Id, entry.Value, shape.TypeOf(entry)!)).ToValueList();

    // Others write it in any letter case, and words that Help Scout does not know: those it shows as they are, since "Unknown" would be untrue.
    private static string? ShowGender(string? stored) => PatchPaths.Gender.Find(stored) ?? stored;

    private static long? NumberOf(BagValue value) =>
        long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int IndexOf(Problem problem) => int.Parse(problem.Path, CultureInfo.InvariantCulture);

    private static Problem NoSuchEntry((int Index, Optional<HelpScoutOperation?> Item) operation) =>
        HelpScoutProblem.NoSuchEntry($"[{operation.Index}].path", operation.Item.Value!.Path.Value!);
}
