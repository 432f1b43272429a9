using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>Reads the order of a list: <c>createdAt=desc</c>, or several such in a list.</summary>
/// <param name="problems">Where to tell what is wrong.</param>
internal sealed class QuentliOrder(List<Problem> problems)
{
    /// <summary>What customers can be sorted by, in words.</summary>
    public const string Fields = "createdAt, updatedAt, name, email or phoneNumber";

    /// <summary>The steps of an order, those that are none left out.</summary>
    public ValueList<CustomerOrder> Read(QsNode sent, string path) => [.. sent.Members.SelectMany(member => Steps(member.Key, member.Value, $"{path}[{member.Key}]"))];

    private ValueList<CustomerOrder> Steps(string name, QsNode sent, string path)
    {
        if (sent.Members.Count > 0 && !sent.IsAmbiguous && name.All(char.IsAsciiDigit))
        {
            return Read(sent, path);
        }

        if (FieldOf(name) is not { } field)
        {
            return Refuse(path, $"is not what customers can be sorted by: use {Fields}");
        }

        return (sent.IsAmbiguous ? null : sent.Text?.ToUpperInvariant()) switch
        {
            "ASC" => [new CustomerOrder(field, IsDescending: false)],
            "DESC" => [new CustomerOrder(field, IsDescending: true)],
            _ => Refuse(path, "must be asc or desc"),
        };
    }

    private static SortField? FieldOf(string name) => name switch
    {
        "createdAt" => SortField.CreatedAt,
        "updatedAt" => SortField.UpdatedAt,
        "name" => SortField.Name,
        "email" => SortField.Email,
        "phoneNumber" => SortField.Phone,
        _ => null,
    };

    private ValueList<CustomerOrder> Refuse(string path, string message)
    {
        problems.Add(new Problem(path, QuentliErrors.ValidationError, message));
        return [];
    }
}
