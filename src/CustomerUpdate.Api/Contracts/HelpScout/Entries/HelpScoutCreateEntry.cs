using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Adds an entry to one collection.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/emails/create/ and its neighbours
/// </summary>
/// <typeparam name="TEntries">The collection.</typeparam>
internal sealed class HelpScoutCreateEntry<TEntries>
    : IHelpScoutOperation<HelpScoutCreateEntry<TEntries>>, IUpdateOperation<HelpScoutCreateEntry<TEntries>, HelpScoutEntryRequest>
    where TEntries : IEntryResource
{
    private static readonly EntryResource Resource = TEntries.Resource;

    public static string Summary { get; } = $"Add {Resource.Word}";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType { get; } = EntryRequests.TypeOf(Resource.Shape);

    public static IValidator<HelpScoutEntryRequest> Validator { get; } = EntryRequests.ValidatorOf(Resource.Shape);

    public static ValueList<FailureKind> Impossible => [FailureKind.EntryNotFound];

    public static IReadOnlySet<string> Writable => Resource.Writable;

    public static RequestExample Example(ExampleSubject subject) => Resource.ExampleOf(HttpMethods.Post, subject, isEntry: false, hasBody: true);

    public static Result<HelpScoutEntryRequest> Parse(RequestBody body) => EntryRequests.Parse(Resource.Shape, body);

    public static ICustomerChange Map(HelpScoutEntryRequest request, Exchange exchange) => new CustomerChange
    {
        Entries =
        [
            new EntryEdit.Append(
                Resource.Shape.Kind, EntryRequests.ReadType(Resource.Shape, request), EntryRequests.ReadValue(Resource.Shape, request)),
        ],
    };

    public static Failure Restate(Failure failure, HelpScoutEntryRequest request) => HelpScoutMapping.RestateValues(failure);

    // What is new stands last.
    public static Answer Updated(Customer customer, HelpScoutEntryRequest request, Exchange exchange)
    {
        var id = customer.Profile.List(Resource.Shape.Kind).Entries[^1].Id.ToString(CultureInfo.InvariantCulture);
        return new Answer(StatusCodes.Status201Created)
            .With("Resource-ID", id)
            .With("Location", $"{HelpScoutLinks.Of(exchange, Resource.Name)}/{id}")
            .Label(HelpScoutHeaders.LogRefOf(exchange));
    }
}
