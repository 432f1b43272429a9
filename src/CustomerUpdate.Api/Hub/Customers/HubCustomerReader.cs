using System.Text.Json;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Reads a canonical customer, whole or in part, over a stored one: what is absent stays as it is stored. Over an empty profile this makes
/// a new customer; a customer's own canonical form read over an empty profile gives that customer's profile again (but the password).
/// </summary>
internal static class HubCustomerReader
{
    /// <summary>The members that the host makes itself.</summary>
    public static ValueList<string> ReadOnly { get; } = ["id", "version", "createdAt", "updatedAt"];

    /// <summary>The profile with what the document says.</summary>
    /// <param name="document">A JSON object that <c>Http/Bodies/JsonSyntax</c> has let pass.</param>
    /// <param name="stored">What is stored, or an empty profile.</param>
    /// <param name="context">What applying needs to know. At most one new id is taken for each entry without one, and three more.</param>
    /// <param name="takesReadOnly">Whether <see cref="ReadOnly"/> members are passed over and not refused: the caller reads them itself.</param>
    /// <param name="edited">
    /// Lists that are stored ones with entries edited, which keep their primary, and <c>channels</c> where they are the stored ones with others than the
    /// telephone edited, which say nothing of the phone; null where everything in the document is said.
    /// </param>
    /// <returns>Fails with <see cref="FailureKind.Invalid"/> and every problem there is, each under its JSON Pointer.</returns>
    public static Result<Profile> Read(
        JsonElement document, Profile stored, ApplyContext context, bool takesReadOnly = false, ValueList<string>? edited = null)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            return Failure.Invalid([new Problem("", "wrong_type", "must be an object")]);
        }

        var problems = new List<Problem>();
        var root = new ObjectReader(document, "", problems);
        foreach (var name in ReadOnly)
        {
            if (takesReadOnly)
            {
                root.Ignore(name);
            }
            else
            {
                root.RefuseReadOnly(name);
            }
        }

        var written = ReadMembers(root, stored, context, edited ?? [], problems);
        root.RefuseOthers();
        return problems.Count == 0 ? written : Failure.Invalid([.. problems]);
    }

    private static Profile ReadMembers(
        ObjectReader root, Profile stored, ApplyContext context, ValueList<string> edited, List<Problem> problems)
    {
        var lists = new EntryListReader(root, stored, context, edited, problems);
        var points = new ContactPointReader(lists, stored, context);
        var channels = ChannelsReader.Read(root, stored, context, edited);
        var (email, phone, secondary) = (root.Text("email"), channels.Phone, root.Text("secondaryPhone"));
        RefuseTooLong(root, "email", email);
        var listed = points.WritePhones(points.WriteEmail(lists.Write(), ref email), ref phone, ref secondary);

        var change = ScalarReader.Read(root) with
        {
            Email = email,
            Phone = phone,
            SecondaryPhone = secondary,
            CustomAttributes = new BagEdit { ReplaceWith = root.Bag("customAttributes").Or(null!) },
            ProfileAttributes = new BagEdit { ReplaceWith = root.Bag("profileAttributes").Or(null!) },
            Vendor = VendorReader.Read(root.Object("vendor"), stored.Vendor),
        };
        RefuseTooLong(root, "username", change.Username);
        RefuseTooLong(root, "identifier", change.Identifier);
        var consent = root.Object("consent");
        change = ConsentReader.ReadVerification(root.Object("verification"), ConsentReader.Read(consent, change));

        var archivedAt = root.Instant("archivedAt").Or(stored.ArchivedAt);
        var archivedById = root.Text("archivedById").Or(stored.ArchivedById);
        var references = ReferencesReader.Read(root.Object("references"), stored.References);
        var written = listed.Write(stored, change, context);
        RefuseTooLong(root, "phone", written.Phones.Primary?.Key);
        return written with
        {
            OtherChannels = channels.Others.Apply(written.OtherChannels),
            Consent = ConsentReader.WriteRest(consent, written.Consent),
            ArchivedAt = archivedAt,
            ArchivedById = archivedById,
            References = references,
        };
    }

    private static void RefuseTooLong(ObjectReader root, string name, Optional<string?> value)
    {
        if (value.Or(null)?.Length > CustomerKey.MaximumLength)
        {
            root.RefuseMember(name, "too_long", $"is too long (maximum is {CustomerKey.MaximumLength} characters)");
        }
    }
}
