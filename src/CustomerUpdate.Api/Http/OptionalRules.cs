using CustomerUpdate.Core.Customers;
using FluentValidation;

namespace CustomerUpdate.Api.Http;

/// <summary>Rules for members that may be absent: what was not sent breaks none.</summary>
internal static class OptionalRules
{
    /// <summary>The member is absent or of the right type.</summary>
    public static IRuleBuilderOptions<TRequest, Optional<T>> MustBeOfItsType<TRequest, T>(this IRuleBuilder<TRequest, Optional<T>> rule) =>
        rule.Must(member => !member.IsMistyped);

    /// <summary>The member is absent, of the wrong type (which is another rule's), or fulfils a condition.</summary>
    public static IRuleBuilderOptions<TRequest, Optional<T>> MustWhenPresent<TRequest, T>(
        this IRuleBuilder<TRequest, Optional<T>> rule, Func<T, bool> condition) =>
        rule.Must(member => !member.IsPresent || condition(member.Value));
}
