using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>The envelope around a custom field.</summary>
/// <param name="Message">What was done.</param>
/// <param name="Meta">Always an empty object.</param>
/// <param name="Data">The custom field.</param>
internal sealed record InsightoCustomFieldEnvelope(string Message, ValueMap<BagValue> Meta, InsightoCustomField Data);

/// <summary>The envelope around custom fields.</summary>
/// <param name="Message">Always empty.</param>
/// <param name="Meta">Always an empty object.</param>
/// <param name="Data">The page.</param>
internal sealed record InsightoCustomFieldsEnvelope(string Message, ValueMap<BagValue> Meta, InsightoCustomFieldPage Data);

/// <summary>A page of custom fields.</summary>
/// <param name="Items">The custom fields.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">The number of this page, from 1.</param>
/// <param name="Size">The most custom fields on a page.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="PreviousPage">The page before; null on the first one.</param>
/// <param name="NextPage">The page after; null on the last one and beyond.</param>
internal sealed record InsightoCustomFieldPage(
    ValueList<InsightoCustomField> Items, long Total, long Page, int Size, long Pages, long? PreviousPage, long? NextPage);

/// <summary>A custom field that is defined in the settings.</summary>
/// <param name="CustomFieldName">The name under which contacts have it.</param>
/// <param name="CustomFieldType">What its values are: String or Number.</param>
/// <param name="OrgId">The organisation.</param>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it was defined.</param>
internal sealed record InsightoCustomField(string CustomFieldName, string CustomFieldType, Guid OrgId, Guid Id, DateTimeOffset CreatedAt);
