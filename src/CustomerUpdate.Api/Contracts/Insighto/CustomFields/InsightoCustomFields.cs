using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>What the operations on definitions of custom fields share.</summary>
internal static class InsightoCustomFields
{
    /// <summary>Their path.</summary>
    public const string Path = "/api/v1/contact_custom_field";

    /// <summary>The parameter of a path that names one.</summary>
    public const string Id = "custom_field_id";

    /// <summary>A definition as answers show it.</summary>
    public static InsightoCustomField ToField(AttributeDefinition definition, Guid organizationId) =>
        new(definition.Name, definition.Type, organizationId, definition.Id, definition.CreatedAt);

    /// <summary>A definition in its envelope.</summary>
    public static Answer AnswerOf(string message, AttributeDefinition definition, Exchange exchange) => InsightoAnswer.Of(
        StatusCodes.Status200OK,
        new InsightoCustomFieldEnvelope(message, ValueMap<BagValue>.Empty, ToField(definition, exchange.Caller!.Tenant.OrganizationId)),
        InsightoJson.Default.InsightoCustomFieldEnvelope);

    /// <summary>The vendor's words for failures.</summary>
    public static Answer Failed(Failure failure, Exchange exchange) => InsightoErrors.ToAnswer(
        failure, exchange.Route(Id), InsightoCredential.Read(exchange.Request), "ContactCustomField");

    /// <summary>A definition for documents.</summary>
    public static AttributeDefinition Sample(Customer customer) =>
        new(new Guid("7e6b1f0c-3d52-4c8e-9a41-5b0f2d7c8e93"), "plan", "plan", InsightoCustomFieldRequest.Text, null, customer.CreatedAt);
}
