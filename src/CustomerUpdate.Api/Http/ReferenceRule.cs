using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Http;

/// <summary>How a contract's ids for customers come to be, and how given ones are read.</summary>
/// <param name="IsMade">Whether each customer has one, made where none is given.</param>
/// <param name="Make">Makes one; null where the tenant's own numbers are counted up.</param>
internal sealed record ReferenceRule(bool IsMade, Func<string>? Make)
{
    /// <summary>None is made: the vendor's own objects point at customers.</summary>
    public static ReferenceRule Given { get; } = new(false, null);

    /// <summary>The tenant's customers are numbered.</summary>
    public static ReferenceRule Counted { get; } = new(true, null);

    /// <summary>The form in which the contract looks a given id up; null where it can point at nobody.</summary>
    public Func<string, string?> Read { get; init; } = id => id.Length > 0 ? id : null;

    /// <summary>Each customer has an id that a function makes.</summary>
    public static ReferenceRule Made(Func<string> make) => new(true, make);

    /// <summary>Where ids for new customers come from; null where none are made.</summary>
    public ReferenceSource? SourceFor(string contract) => IsMade ? new ReferenceSource(contract, Make) : null;
}
