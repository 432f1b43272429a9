using System.Text.Json.Serialization;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The envelope around every answer.</summary>
/// <param name="Message">What was done.</param>
/// <param name="Meta">Always an empty object.</param>
/// <param name="Data">The contact.</param>
internal sealed record InsightoEnvelope(string Message, ValueMap<BagValue> Meta, InsightoContact Data);

/// <summary>The envelope around contacts.</summary>
/// <param name="Message">Always empty.</param>
/// <param name="Meta">Always an empty object.</param>
/// <param name="Data">The page.</param>
internal sealed record InsightoContactsEnvelope(string Message, ValueMap<BagValue> Meta, InsightoContacts Data);

/// <summary>A page of contacts.</summary>
/// <param name="Items">The contacts.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">The number of this page, from 1.</param>
/// <param name="Size">The most contacts on a page.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="PreviousPage">The page before; null on the first one.</param>
/// <param name="NextPage">The page after; null on the last one and beyond.</param>
internal sealed record InsightoContacts(
    ValueList<InsightoContact> Items, long Total, long Page, int Size, long Pages, long? PreviousPage, long? NextPage);

/// <summary>The envelope around nothing: what was deleted is not shown again.</summary>
/// <param name="Message">What was done.</param>
/// <param name="Meta">Always an empty object.</param>
/// <param name="Data">Always null.</param>
internal sealed record InsightoDeleted(string Message, ValueMap<BagValue> Meta, BagValue Data);

/// <summary>
/// A contact. All members of an <c>IContactUpdate</c> are always there, null or empty where there is no value; the last two are shown when
/// it is read and not when it is updated.
/// </summary>
internal sealed record InsightoContact(
    string? FirstName,
    string? LastName,
    string? Email,
    ValueMap<BagValue> Channels,
    ValueMap<BagValue> UserAttributes,
    DateTimeOffset? LastSeen,
    DateTimeOffset? LastSent,
    Guid OrgId,
    Guid? FirstAssistantId,
    Guid? LastAssistantId,
    Guid? FirstWidgetId,
    Guid? LastWidgetId,
    ValueMap<BagValue> CustomFields)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>An error in one sentence.</summary>
internal sealed record InsightoError(string Detail);

/// <summary>A request that breaks rules, FastAPI's <c>HTTPValidationError</c>.</summary>
internal sealed record InsightoInvalid(ValueList<InsightoErrorDetail> Detail);

/// <summary>One broken rule, FastAPI's <c>ValidationError</c> with what Pydantic v2 adds.</summary>
/// <param name="Type">The rule.</param>
/// <param name="Loc">The place: names, and for broken JSON the offset.</param>
/// <param name="Msg">A sentence.</param>
/// <param name="Input">What was sent; left out where it is not shown again, which differs from null.</param>
/// <param name="Ctx">What fills the sentence in.</param>
internal sealed record InsightoErrorDetail(
    string Type,
    ValueList<BagValue> Loc,
    string Msg,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BagValue? Input,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InsightoErrorContext? Ctx);

/// <summary>What fills in the sentence of a broken rule.</summary>
/// <param name="Error">A parser's reason.</param>
/// <param name="FieldType">What has a length.</param>
/// <param name="MinLength">The least length.</param>
/// <param name="MaxLength">The greatest length: characters or items.</param>
/// <param name="ActualLength">The length.</param>
/// <param name="Ge">The least number.</param>
/// <param name="Le">The greatest number.</param>
/// <param name="Expected">The values that there are.</param>
/// <param name="Pattern">A regular expression.</param>
internal sealed record InsightoErrorContext(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FieldType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MinLength = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MaxLength = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ActualLength = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Ge = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Le = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Expected = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pattern = null);
