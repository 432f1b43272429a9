using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Tenancy;

namespace CustomerUpdate.Api.Hub.Tenants;

/// <summary>The inboxes of a tenant.</summary>
internal static class HubInboxes
{
    private static readonly HubInboxRequestValidator Validator = new();

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder hub)
    {
        var inboxes = hub.MapGroup("/tenants/{tenantId}/inboxes").WithTags("Tenants");
        inboxes.MapPost("", CreateAsync).WithMetadata(
            new BodyExample("""{ "name": "Website", "channelType": "Channel::WebWidget" }"""),
            new AnswerExample(StatusCodes.Status201Created, """{ "id": 1, "name": "Website", "channelType": "Channel::WebWidget" }"""));
        inboxes.MapGet("", ListAsync).WithMetadata(
            new AnswerExample(StatusCodes.Status200OK, """{ "items": [{ "id": 1, "name": "Website", "channelType": "Channel::WebWidget" }] }"""));
    }

    private static Task<Answer> CreateAsync(
        string tenantId, HttpContext http, HubWrites writes, IInboxes inboxes, CancellationToken cancellationToken) =>
        writes.WriteAsync<Inbox>(
            http,
            tenantId,
            "create an inbox",
            async write =>
            {
                var read = await HubBody.ReadAsync(http.Request, HubTenantJson.Default.HubInboxRequest, Validator, cancellationToken);
                return read.TryFailure(out var request, out var invalid)
                    ? invalid
                    : await inboxes.CreateAsync(
                        write.Caller.Tenant.Id,
                        request.Name.Value!,
                        request.ChannelType.Or(HubInboxRequestValidator.DefaultChannel)!,
                        write.Terms,
                        cancellationToken);
            },
            inbox => Answer.Of(StatusCodes.Status201Created, ToResponse(inbox), HubTenantJson.Default.HubInboxResponse),
            cancellationToken);

    private static async Task<Answer> ListAsync(
        string tenantId, HttpContext http, HubAccess access, IInboxes inboxes, CancellationToken cancellationToken)
    {
        if ((await access.EnterAsync(http.Request, tenantId, cancellationToken)).TryFailure(out var caller, out var refused))
        {
            return HubErrors.ToAnswer(refused);
        }

        var found = await inboxes.ListAsync(caller.Tenant.Id, cancellationToken);
        return Answer.Of(StatusCodes.Status200OK, new HubInboxesResponse([.. found.Select(ToResponse)]), HubTenantJson.Default.HubInboxesResponse);
    }

    private static HubInboxResponse ToResponse(Inbox inbox) => new(inbox.Id, inbox.Name, inbox.ChannelType);
}

/// <summary>An inbox.</summary>
internal sealed record HubInboxResponse(long Id, string Name, string ChannelType);

/// <summary>All inboxes of a tenant.</summary>
internal sealed record HubInboxesResponse(ValueList<HubInboxResponse> Items);
