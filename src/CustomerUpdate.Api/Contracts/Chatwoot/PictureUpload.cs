using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>A change that comes with a picture: the customer points at the address under which this host shows it.</summary>
/// <param name="Change">What else changes.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Origin">Scheme and authority of this host, as the caller knows it.</param>
internal sealed record PictureUpload(CustomerChange Change, Avatar Picture, string Origin) : ICustomerChange
{
    /// <inheritdoc/>
    public int EntryIdsNeeded => Change.EntryIdsNeeded;

    /// <inheritdoc/>
    public IEnumerable<CustomerField> Fields => (Change with { PhotoUrl = Origin }).Fields;

    /// <inheritdoc/>
    public Avatar? Uploaded => Picture;

    /// <inheritdoc/>
    public Result<Profile> Apply(Profile stored, ApplyContext context)
    {
        var address = new AvatarAddress(context.Tenant.Id, context.CustomerId, Picture.Tag);
        return (Change with { PhotoUrl = address.On(Origin) }).Apply(stored, context);
    }

    /// <summary>The change that a request asks for. An address beside a file wins, as it does where the vendor's server has fetched it.</summary>
    public static ICustomerChange Of(ChatwootRequest request, Exchange exchange)
    {
        var change = ChatwootMapping.ToChange(request);
        return request.Picture is { } picture && change.PhotoUrl.Or(null) is null && PictureType.Find(picture) is { } type
            ? new PictureUpload(change, new Avatar(AvatarAddress.NewTag(), type, picture.Bytes), exchange.Origin)
            : change;
    }

    /// <summary>The names of the fields, never a value: what is printed may end in a log.</summary>
    public override string ToString() => $"{Change} photoUrl";
}
