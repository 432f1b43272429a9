namespace CustomerUpdate.Core.Customers;

/// <summary>Which of two customers' texts counts. The survivor's does, unless it is blank and the other's is not: a blank text says nothing.</summary>
internal static class TextUnion
{
    /// <summary>The text that counts.</summary>
    public static string? Unite(string? into, string? from) => IsGap(into, from) ? from : into;

    /// <summary>Whether the survivor lacks what the other has.</summary>
    public static bool IsGap(string? into, string? from) => IsBlank(into) && !IsBlank(from);

    /// <summary>Whether a text says nothing.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
