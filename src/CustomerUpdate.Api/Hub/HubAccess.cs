using CustomerUpdate.Api.Http;
using CustomerUpdate.Api.Http.Limits;
using CustomerUpdate.Core.Tenancy;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Hub;

/// <summary>
/// Lets callers in: the operator everywhere, a tenant's hub key into its own tenant, where one that may only read gets no further than GET.
/// For everybody else the tenant does not exist.
/// </summary>
internal sealed class HubAccess(LimitedCallers callers, ITenants tenants, OperatorKey operatorKey)
{
    /// <summary>
    /// The caller, who may do in the tenant what the request's method says. The operator is an administrator of every tenant, without a key's
    /// id, and is never limited.
    /// </summary>
    /// <returns>
    /// Failures, in this order: <see cref="FailureKind.CredentialMissing"/>, <see cref="FailureKind.CredentialUnknown"/>,
    /// <see cref="FailureKind.RateLimited"/>, <see cref="FailureKind.NotFound"/>, <see cref="FailureKind.ReadOnlyKey"/>.
    /// </returns>
    public async Task<Result<Caller>> EnterAsync(HttpRequest request, string tenantId, CancellationToken cancellationToken)
    {
        var entrance = await MeetAsync(request, tenantId, cancellationToken);
        return entrance.Refusal is { } refused ? refused : entrance.Caller!;
    }

    /// <summary>The same, for whoever wants to know of those who are not let in who they are.</summary>
    public async Task<Entrance> MeetAsync(HttpRequest request, string tenantId, CancellationToken cancellationToken)
    {
        var credential = CredentialOf(request);
        var id = IdOf(tenantId);
        if (operatorKey.Is(credential.Secret))
        {
            var found = id is { } known ? await tenants.FindAsync(known, cancellationToken) : null;
            return found is null
                ? new Entrance(null, Failure.Of(FailureKind.NotFound))
                : new Entrance(new Caller(found, null, HubContract.Description.Name, KeyRole.Admin), null);
        }

        var entrance = await AdmitAsync(request, credential, cancellationToken);
        return entrance switch
        {
            { Refusal: not null } => entrance,
            { Caller: { } caller } when caller.Tenant.Id != id => entrance with { Refusal = Failure.Of(FailureKind.NotFound) },
            { Caller: { MayWrite: false } } when !HttpMethods.IsGet(request.Method) => entrance with { Refusal = Failure.Of(FailureKind.ReadOnlyKey) },
            _ => entrance,
        };
    }

    /// <summary>Null for the operator; why not for everybody else. A tenant's key is known here, and may not do this.</summary>
    public async Task<Failure?> RefuseAllButTheOperatorAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await MeetOperatorAsync(request, tenantId: null, cancellationToken)).Refusal;

    /// <summary>
    /// The operator, who is nobody's caller here; everybody else is refused. To a key of another tenant than the one that it is about, that one
    /// does not exist.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="tenantId">The tenant that it is about, as the path names it, there or not; null where it is about none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Entrance> MeetOperatorAsync(HttpRequest request, string? tenantId, CancellationToken cancellationToken)
    {
        var credential = CredentialOf(request);
        var id = tenantId is null ? null : IdOf(tenantId);
        if (operatorKey.Is(credential.Secret))
        {
            return new Entrance(null, null) { TenantId = id };
        }

        var entrance = await AdmitAsync(request, credential, cancellationToken);
        var isSeen = tenantId is null || entrance.Caller?.Tenant.Id == id;
        return entrance with { Refusal = entrance.Refusal ?? Failure.Of(isSeen ? FailureKind.Forbidden : FailureKind.NotFound) };
    }

    /// <summary>An id of the path: a UUID in its usual form; null for anything else, which can be nobody's.</summary>
    public static Guid? IdOf(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    private async Task<Entrance> AdmitAsync(HttpRequest request, Credential credential, CancellationToken cancellationToken) =>
        (await callers.IdentifyAsync(request.HttpContext, credential, cancellationToken)).TryFailure(out var caller, out var unknown)
            ? new Entrance(null, unknown)
            : new Entrance(caller, callers.Count(request.HttpContext, HubContract.Description, caller));

    private static Credential CredentialOf(HttpRequest request) => new(HubContract.Description.Name, BearerToken.Of(request));
}

/// <summary>Who asks, as far as that is known, and why they are not let in.</summary>
/// <param name="Caller">Who asks; null where that is not known, and for the operator outside all tenants.</param>
/// <param name="Refusal">Why not; null where they are let in.</param>
internal sealed record Entrance(Caller? Caller, Failure? Refusal)
{
    /// <summary>The tenant that the operator asks about, from outside; else null.</summary>
    public Guid? TenantId { get; init; }
}
