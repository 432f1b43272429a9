using System.Text.Json.Serialization;

namespace CustomerUpdate.Core.Customers;

[JsonSerializable(typeof(string))]
internal sealed partial class BagJson : JsonSerializerContext;
