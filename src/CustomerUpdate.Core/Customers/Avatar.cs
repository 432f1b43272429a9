namespace CustomerUpdate.Core.Customers;

/// <summary>
/// A picture that was uploaded of a customer. It is kept beside the customer for as long as the customer's <see cref="Profile.PhotoUrl"/> is
/// the address that was made for it, and goes when another takes its place.
/// </summary>
/// <param name="Tag">Tells it from every other picture, and cannot be guessed.</param>
/// <param name="ContentType">The type that its bytes are of.</param>
/// <param name="Bytes">The picture.</param>
public sealed record Avatar(string Tag, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Its type alone.</summary>
    public override string ToString() => ContentType;
}
