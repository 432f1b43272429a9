using CustomerUpdate.Core.Updates;

namespace CustomerUpdate.Api.Storage;

/// <summary>On whose behalf a version was written.</summary>
/// <param name="Contract">The contract that the request spoke.</param>
/// <param name="KeyId">The key that was shown; null where none was.</param>
/// <param name="RequestId">The request.</param>
internal sealed record ChangeOrigin(string Contract, Guid? KeyId, string RequestId)
{
    /// <summary>The origin of what a command writes.</summary>
    public static ChangeOrigin Of(CustomerUpdateCommand command) =>
        new(command.Caller.Contract, command.Caller.KeyId, command.RequestId);
}
