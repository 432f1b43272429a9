using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Updates;
using FluentValidation;

namespace CustomerUpdate.Api.Hub;

/// <summary>Reads the bodies of the hub's smaller requests.</summary>
internal static class HubBody
{
    private static readonly ValueList<BodyFormat> Formats = [BodyFormat.Json("application/json")];
    private static readonly ValueList<BodyFormat> ChangeFormats = [BodyFormat.Json("application/json", CustomerPatch.MergePatchType)];

    /// <summary>The body as a wire model that breaks no rule; all rules that it does break are reported at once.</summary>
    public static Task<Result<T>> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, IValidator<T> validator, CancellationToken cancellationToken)
        where T : HubRequest => ReadAsync(Formats, request, type, validator, cancellationToken);

    /// <summary>The same of a change, in which what is absent stays: it may be called a merge patch (RFC 7396).</summary>
    public static Task<Result<T>> ReadChangeAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, IValidator<T> validator, CancellationToken cancellationToken)
        where T : HubRequest => ReadAsync(ChangeFormats, request, type, validator, cancellationToken);

    private static async Task<Result<T>> ReadAsync<T>(
        ValueList<BodyFormat> formats, HttpRequest request, JsonTypeInfo<T> type, IValidator<T> validator, CancellationToken cancellationToken)
        where T : HubRequest
    {
        if ((await BodyFormat.ReadAsync(formats, request, cancellationToken)).TryFailure(out var body, out var failure))
        {
            return failure;
        }

        return Check(body, type, validator);
    }

    /// <summary>The same for documents.</summary>
    public static BodyDescription Describe<T>(JsonTypeInfo<T> type, IValidator<T> validator)
        where T : HubRequest =>
        new(type, json => !JsonSyntax.Check(Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null")).TryFailure(out var body, out _)
            && !Check(body, type, validator).TryFailure(out _, out _));

    private static Result<T> Check<T>(RequestBody body, JsonTypeInfo<T> type, IValidator<T> validator)
        where T : HubRequest
    {
        if (body.Root != JsonValueKind.Object)
        {
            return Failure.Invalid([new Problem("", "wrong_type", "The body must be an object.")]);
        }

        var parsed = body.Read(type);
        var unknown = (parsed.UnknownMembers ?? []).Keys
            .Select(name => new Problem(PointerTo(name), "unknown_member", "There is no such member."));
        var broken = validator.Validate(parsed).Errors.Select(error => new Problem(error.PropertyName, error.ErrorCode, error.ErrorMessage));
        ValueList<Problem> problems = [.. broken, .. unknown];
        return problems.Count == 0 ? parsed : Failure.Invalid(problems);
    }

    private static string PointerTo(string name) =>
        $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
