using CustomerUpdate.Core.Customers;
using CustomerUpdate.Core.Searching;
using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Contracts.Quentli;

/// <summary>
/// Reads the condition of a list. What is not known is refused and not ignored: a caller who filters and gets everybody would take the first
/// one for the one that was asked for.
/// </summary>
/// <param name="keyOf">What a phone number is matched by.</param>
/// <param name="problems">Where to tell what is wrong.</param>
internal sealed class QuentliFilter(Func<string, string> keyOf, List<Problem> problems)
{
    /// <summary>What customers can be filtered by, in words.</summary>
    public const string Fields = "id, name, username, email, phoneNumber, createdAt, updatedAt, status or noPayments";

    private const string OfTexts = "equals, contains or startsWith";
    private const string OfTimes = "gt, gte, lt or lte";
    private const string OfChoices = "equals";

    /// <summary>All of the conditions below a node; what is none of them is told.</summary>
    public CustomerFilter Read(QsNode sent, string path) =>
        Every(sent.Members.Select(member => Member(member.Key, member.Value, Below(path, member.Key))));

    private CustomerFilter Member(string name, QsNode sent, string path) => name switch
    {
        "OR" => new CustomerFilter.Some([.. Branches(sent, path)]),
        "AND" => Every(Branches(sent, path)),
        "id" => Field(sent, path, OfChoices, QuentliConditions.Id),
        "name" => Field(sent, path, OfTexts, QuentliConditions.Text(TextField.Name)),
        "email" => Field(sent, path, OfTexts, QuentliConditions.KeyText(
            TextField.Email, email => new(CustomerKey.EmailKind, EmailAddress.KeyOf(email)))),
        "username" => Field(sent, path, OfTexts, QuentliConditions.KeyText(TextField.Username, name => new(CustomerKey.UsernameKind, name))),
        "phoneNumber" => Field(sent, path, OfTexts, QuentliConditions.KeyText(
            TextField.Phone, phone => new(CustomerKey.PhoneKind, keyOf(phone)), QuentliConditions.WithPlus)),
        "createdAt" => Field(sent, path, OfTimes, QuentliConditions.Time(TimeField.CreatedAt)),
        "updatedAt" => Field(sent, path, OfTimes, QuentliConditions.Time(TimeField.UpdatedAt)),
        "status" => Field(sent, path, OfChoices, QuentliConditions.Status),
        "noPayments" => Field(sent, path, OfChoices, QuentliConditions.NoPayments),
        _ => Refuse(path, $"is not what customers can be filtered by: use {Fields}, or OR or AND with a list of conditions"),
    };

    private IEnumerable<CustomerFilter> Branches(QsNode sent, string path) => sent is { Text: null, Members.Count: > 0 }
        ? sent.Members.Select(branch => Branch(branch.Value, Below(path, branch.Key)))
        : [Refuse(path, "must be a list of conditions")];

    private CustomerFilter Branch(QsNode sent, string path) => sent.Text is null ? Read(sent, path) : Refuse(path, "must be a condition");

    // A value without an operator is one to be equal to.
    private CustomerFilter Field(QsNode sent, string path, string operators, QuentliCondition condition) => sent switch
    {
        { IsAmbiguous: true } => Refuse(path, "must be sent once"),
        { Text: { } value } => condition("equals", value, message => Refuse(path, message)) ?? Refuse(path, $"must have an operator: {operators}"),
        _ => Every(sent.Members.Select(member => Operation(member.Key, member.Value, Below(path, member.Key), operators, condition))),
    };

    private CustomerFilter Operation(string name, QsNode sent, string path, string operators, QuentliCondition condition)
    {
        return sent is { IsAmbiguous: false, Text: { } value }
            ? condition(name, value, message => Refuse(path, message)) ?? Refuse(path, $"is not an operator here: use {operators}")
            : Refuse(path, $"must be sent once, as a text, and be an operator: {operators}");
    }

    private static string Below(string path, string name) => $"{path}[{name}]";

    private static CustomerFilter.Every Every(IEnumerable<CustomerFilter> conditions) => new([.. conditions]);

    private CustomerFilter Refuse(string path, string message)
    {
        problems.Add(new Problem(path, QuentliErrors.ValidationError, message));
        return QuentliConditions.Nobody;
    }
}
