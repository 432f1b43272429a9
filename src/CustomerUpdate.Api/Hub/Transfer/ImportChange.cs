using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// The write that a line asks for: what it says is written over what is stored, what it does not say stays. A password is never in a line
/// and always stays.
/// </summary>
internal sealed class ImportChange(ImportLine line) : ICustomerChange
{
    private readonly ProfileRewrite rewrite = new(KnownEntries.IdsNeeded(line.Document), (stored, context) => Rewrite(line, stored, context));
    private Profile? stored;

    /// <inheritdoc/>
    public int EntryIdsNeeded => rewrite.EntryIdsNeeded;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => rewrite.Fields;

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context)
    {
        this.stored = stored;
        return rewrite.Apply(stored, context);
    }

    /// <summary>What came of a customer that was there, by the state that the change was applied to last.</summary>
    public ImportStatus StatusOf(Customer written) => written.Profile == stored ? ImportStatus.Unchanged : ImportStatus.Updated;

    /// <summary>Nothing of what is written: what is printed may end in a log.</summary>
    public override string ToString() => nameof(ImportChange);

    private static Result<Profile> Rewrite(ImportLine line, Profile stored, ApplyContext context)
    {
        var read = HubCustomerReader.Read(KnownEntries.Identify(line.Document, stored, context), stored, context, takesReadOnly: true);
        if (read.TryFailure(out var written, out var invalid))
        {
            return invalid with { Problems = [.. line.Problems, .. invalid.Problems] };
        }

        // What an old file does not know of a customer who has absorbed others still points at that customer.
        return line.Problems.Count > 0
            ? Failure.Invalid(line.Problems)
            : written.KeepFinerInstants(stored) with { References = ReferencesReader.KeepListed(written.References, stored.References) };
    }
}
