using System.Reflection;
using CustomerUpdate.Core.Customers;

namespace CustomerUpdate.Core.Tests;

/// <summary>Core knows no HTTP, no database and nothing of how JSON is mapped.</summary>
public class LayeringTests
{
    private static readonly Assembly Core = typeof(Profile).Assembly;

    [Fact]
    public void Core_refers_to_the_runtime_and_at_most_to_the_phone_engine()
    {
        var references = Core.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Assert.Contains("System.Runtime", references);
        Assert.All(references, name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "PhoneNumbers", name));
    }

    [Fact]
    public void No_type_of_core_says_how_it_is_written_as_json()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var members = Core.GetTypes().SelectMany(type => type.GetMembers(All).Prepend(type)).ToList();

        Assert.True(members.Count > 100);
        Assert.DoesNotContain(
            members.SelectMany(member => member.CustomAttributes), attribute => attribute.AttributeType.Namespace == "System.Text.Json.Serialization");
    }
}
