namespace CustomerUpdate.Api.Storage.Searching;

/// <summary>The kinds of values of which a customer may have several.</summary>
internal static class TermFields
{
    /// <summary>The key of a phone number.</summary>
    public const string PhoneKey = "phone";

    /// <summary>A phone number as written, folded.</summary>
    public const string PhoneText = "phone_text";

    /// <summary>An e-mail address, folded.</summary>
    public const string Email = "email";

    /// <summary>What comes after the at sign of an e-mail address, folded.</summary>
    public const string Domain = "domain";

    /// <summary>There is one where the customer is archived.</summary>
    public const string Archived = "archived";

    /// <summary>A tag, folded.</summary>
    public const string Tag = "tag";

    /// <summary>An inbox's number, and what it calls the customer.</summary>
    public const string Inbox = "inbox";

    /// <summary>A custom attribute: its key, and its value as text, folded.</summary>
    public const string Attribute = "attribute";
}
