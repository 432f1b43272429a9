using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.HelpScout;

/// <summary>
/// Writes an entry of one collection; its id and its place stay.
/// https://developer.helpscout.com/mailbox-api/endpoints/customers/emails/update/ and its neighbours
/// </summary>
/// <typeparam name="TEntries">The collection.</typeparam>
internal sealed class HelpScoutUpdateEntry<TEntries>
    : IHelpScoutOperation<HelpScoutUpdateEntry<TEntries>>, IUpdateOperation<HelpScoutUpdateEntry<TEntries>, HelpScoutEntryRequest>
    where TEntries : IEntryResource
{
    private static readonly EntryResource Resource = TEntries.Resource;

    public static string Summary { get; } = $"Update {Resource.Word}";

    public static ValueList<BodyFormat> BodyFormats => HelpScoutContract.ObjectFormats;

    public static JsonTypeInfo? BodyType { get; } = EntryRequests.TypeOf(Resource.Shape);

    public static IValidator<HelpScoutEntryRequest> Validator { get; } = EntryRequests.ValidatorOf(Resource.Shape);

    public static IReadOnlySet<string> Writable => Resource.Writable;

    public static RequestExample Example(ExampleSubject subject) => Resource.ExampleOf(HttpMethods.Put, subject, isEntry: true, hasBody: true);

    public static Result<HelpScoutEntryRequest> Parse(RequestBody body) => EntryRequests.Parse(Resource.Shape, body);

    public static async Task<ValueList<Problem>> JudgeAsync(
        HelpScoutEntryRequest request, ValueList<Problem> broken, Exchange exchange, CancellationToken cancellationToken)
    {
        if (broken.Count == 0 || HelpScoutContract.Locate(exchange).TryFailure(out var key, out _))
        {
            return broken;
        }

        var customer = await exchange.Service<ICustomerReads>().FindAsync(exchange.Caller!.Tenant.Id, key, cancellationToken);
        return customer is null ? broken : KnownEmails.Without(broken, customer.Profile);
    }

    public static ICustomerChange Map(HelpScoutEntryRequest request, Exchange exchange)
    {
        var type = Resource.Shape.Type is null ? Optional<string?>.Absent : EntryRequests.ReadType(Resource.Shape, request);
        return new CustomerChange
        {
            Entries = [new EntryEdit.Replace(Resource.Shape.Kind, EntryId.Of(exchange), type, EntryRequests.ReadValue(Resource.Shape, request))],
        };
    }

    public static Failure Restate(Failure failure, HelpScoutEntryRequest request) => HelpScoutMapping.RestateValues(failure);

    public static Answer Updated(Customer customer, HelpScoutEntryRequest request, Exchange exchange) =>
        new Answer(StatusCodes.Status204NoContent).Label(HelpScoutHeaders.LogRefOf(exchange));
}
