namespace CustomerUpdate.Api.Http;

/// <summary>What documents say that a member is, where its wire model takes anything so that a validator can say what is wrong.</summary>
/// <param name="type">The type.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireTypeAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
