using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;

namespace CustomerUpdate.Api.Contracts.Chatwoot;

/// <summary>The order of a list.</summary>
internal static class ContactOrder
{
    // The server calls the company company_name from 4.14 on.
    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["email"] = SortField.Email,
        ["name"] = SortField.Name,
        ["phone_number"] = SortField.Phone,
        ["last_activity_at"] = SortField.LastSeenAt,
        ["created_at"] = SortField.CreatedAt,
        ["company"] = SortField.Company,
        ["company_name"] = SortField.Company,
        ["city"] = SortField.City,
        ["country"] = SortField.Country,
    };

    /// <summary>Reads <c>sort</c>. Unknown keys are ignored, and so is a key that comes a second time: it could tell nobody apart.</summary>
    public static ValueList<CustomerOrder> Read(string? sort) => (sort ?? "").Split(',')
        .Select(key => key.Trim())
        .Select(key => key.StartsWith('-') ? (Key: key[1..], IsDescending: true) : (Key: key, IsDescending: false))
        .Where(step => Fields.ContainsKey(step.Key))
        .Select(step => new CustomerOrder(Fields[step.Key], step.IsDescending))
        .DistinctBy(step => step.Field)
        .ToValueList();
}
