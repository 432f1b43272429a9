using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>
/// Updates the contact that has an e-mail address, else the one that has a phone number, else makes one. What is asked is in the query.
/// </summary>
internal sealed class InsightoUpsert
    : IInsightoOperation<InsightoUpsert>, IWriteOperation<InsightoUpsert, InsightoUpsertRequest, InsightoUpserted>
{
    // Whoever is overtaken this often stands in a crowd that writes one and the same contact.
    private const int Attempts = 8;

    private static readonly HashSet<string> Writable = ["firstName", "lastName", "email", "phone"];

    public static string Summary => "Update or create a contact";

    public static ValueList<BodyFormat> BodyFormats { get; } =
        [BodyFormat.Query([.. InsightoUpsertRequest.Parameters.Select(parameter => parameter.Name)])];

    public static JsonTypeInfo? BodyType => null;

    public static ValueList<QueryParameter> Query => InsightoUpsertRequest.Parameters;

    public static ValueList<HeaderParameter> Headers => CommonHeaders.OfUpdates;

    public static ValueList<FailureKind> Impossible => [FailureKind.NotFound, FailureKind.EntryNotFound, FailureKind.Malformed, FailureKind.TooLarge];

    public static IValidator<InsightoUpsertRequest> Validator { get; } = new InsightoUpsertValidator();

    public static RequestExample Example(ExampleSubject subject) => new(
        HttpMethods.Post,
        "/api/v1/contact/upsert?first_name=Alice&last_name=Example&email=alice%40example.com&phone_number=16501111234"
        + $"&{InsightoCredential.Parameter}={subject.Key}",
        []);

    public static Result<InsightoUpsertRequest> Parse(RequestBody body) => InsightoUpsertRequest.Parse(body);

    public static async Task<Result<InsightoUpserted>> WriteAsync(
        ContractWrite<InsightoUpsertRequest, InsightoUpserted> write, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await FindAsync(write, cancellationToken);
            var written = found is null
                ? await CreateAsync(write, cancellationToken)
                : await UpdateAsync(write, found, cancellationToken);
            if (!written.TryFailure(out _, out var failure) || !IsOvertaken(failure, found, write.Precondition))
            {
                return written;
            }
        }

        return Failure.Of(FailureKind.Busy);
    }

    public static Answer Done(InsightoUpserted result, InsightoUpsertRequest request, Exchange exchange) => InsightoAnswer.OfContact(
        result.IsNew ? "Data created successfully" : "Data updated successfully",
        InsightoMapping.ToItem(result.Customer, exchange.Caller!.Tenant.OrganizationId));

    public static Customer? Tagged(InsightoUpserted result) => result.Customer;

    public static LoggedOutcome Logged(InsightoUpserted result, bool isDryRun) =>
        result.Update is { } update ? LoggedOutcome.Of(update) : LoggedOutcome.OfNew(result.Customer, isDryRun);

    public static InsightoUpserted Sample(InsightoUpsertRequest request, SampleRequest sample) =>
        new(sample.Update(InsightoUpsertMapping.ToChange(request)), IsNew: false);

    private static async Task<Customer?> FindAsync(
        ContractWrite<InsightoUpsertRequest, InsightoUpserted> write, CancellationToken cancellationToken)
    {
        var reads = write.Exchange.Service<ICustomerReads>();
        foreach (var key in InsightoUpsertMapping.KeysOf(write.Request))
        {
            if (await reads.FindAsync(write.Caller.Tenant.Id, key, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<Result<InsightoUpserted>> CreateAsync(
        ContractWrite<InsightoUpsertRequest, InsightoUpserted> write, CancellationToken cancellationToken)
    {
        var terms = write.Terms.ForLastStep<Customer>(made => new InsightoUpserted(made, IsNew: true));
        var creation = new ContractWrite<InsightoUpsertRequest, Customer>(write.Exchange, write.Request, null, write.Precondition, terms);
        var made = await creation.CreateAsync(InsightoUpsertMapping.ToChange(write.Request), Writable, cancellationToken);
        return made.Match<Result<InsightoUpserted>>(customer => new InsightoUpserted(customer, IsNew: true), failure => failure);
    }

    // Only the version that was found: on a newer one the address that it was found by may be another contact's.
    private static async Task<Result<InsightoUpserted>> UpdateAsync(
        ContractWrite<InsightoUpsertRequest, InsightoUpserted> write, Customer found, CancellationToken cancellationToken)
    {
        var precondition = write.Precondition.RefusalOf(found.Version) is null ? Precondition.OneOf([found.Version]) : write.Precondition;
        var terms = write.Terms.ForLastStep<UpdatedCustomer>(updated => new InsightoUpserted(updated.Customer, IsNew: false));
        var update = new ContractWrite<InsightoUpsertRequest, UpdatedCustomer>(
            write.Exchange, write.Request, CustomerKey.Id(found.Id), precondition, terms);
        var updated = await update.UpdateAsync(
            InsightoUpsertMapping.ToChange(write.Request), write.Exchange.OneTimePassword, Writable, cancellationToken);
        return updated.Match<Result<InsightoUpserted>>(done => new InsightoUpserted(done.Customer, IsNew: false) { Update = done }, failure => failure);
    }

    // Somebody made, changed or erased the contact after it was looked for.
    private static bool IsOvertaken(Failure failure, Customer? found, Precondition asked) => found is null
        ? failure.Kind == FailureKind.Taken
        : failure.Kind == FailureKind.NotFound || (failure.Kind == FailureKind.PreconditionFailed && asked.RefusalOf(found.Version) is null);
}

/// <summary>What an upsert results in.</summary>
/// <param name="Customer">The customer as stored.</param>
/// <param name="IsNew">Whether it was made.</param>
internal sealed record InsightoUpserted(Customer Customer, bool IsNew)
{
    /// <summary>The update; null where the customer was made.</summary>
    public UpdatedCustomer? Update { get; init; }
}
