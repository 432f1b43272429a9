using System.Linq.Expressions;
using CustomerUpdate.Api.Http;
using CustomerUpdate.Core.Customers;
using FluentValidation;
using FluentValidation.Results;

namespace CustomerUpdate.Api.Hub;

/// <summary>Rules that members of several requests share. The name of a broken rule's property is a JSON Pointer.</summary>
internal static class HubRules
{
    public const string Required = "required";
    public const string WrongType = "wrong_type";
    public const string UnknownMember = "unknown_member";
    public const string InvalidValue = "invalid_value";
    public const string InvalidLength = "invalid_length";

    /// <summary>The longest name that a tenant, a key or an inbox may have, in UTF-16 code units.</summary>
    public const int MaximumNameLength = 200;

    /// <summary>The member is of its type, null among them only where that is a value of the type.</summary>
    public static void MustBe<T, TMember>(
        this AbstractValidator<T> validator, Expression<Func<T, Optional<TMember>>> member, string pointer, string type) =>
        validator.RuleFor(member).MustBeOfItsType()
            .OverridePropertyName(pointer).WithErrorCode(WrongType).WithMessage($"This must be {type}.");

    /// <summary>The member is there.</summary>
    public static void MustBeThere<T, TMember>(
        this AbstractValidator<T> validator, Expression<Func<T, Optional<TMember>>> member, string pointer) =>
        validator.RuleFor(member).Must(value => !value.IsAbsent)
            .OverridePropertyName(pointer).WithErrorCode(Required).WithMessage("This must be there.");

    /// <summary>The member, where it is there and no null, is a value that the rule takes.</summary>
    public static void MustFulfil<T>(
        this AbstractValidator<T> validator, Expression<Func<T, Optional<string?>>> member, string pointer, Func<string, bool> rule, string words) =>
        validator.RuleFor(member).MustWhenPresent(value => value is null || rule(value))
            .OverridePropertyName(pointer).WithErrorCode(InvalidValue).WithMessage(words);

    /// <summary>The member, where it is there, is a text and not null.</summary>
    public static void MustBeText<T>(this AbstractValidator<T> validator, Expression<Func<T, Optional<string?>>> member, string pointer) =>
        validator.RuleFor(member).Must(value => value.IsAbsent || value is { IsPresent: true, Value: not null })
            .OverridePropertyName(pointer).WithErrorCode(WrongType).WithMessage("This must be a text.");

    /// <summary>The member, where it is there, is a name that people can see.</summary>
    public static void MustBeName<T>(this AbstractValidator<T> validator, Expression<Func<T, Optional<string?>>> member, string pointer)
    {
        validator.MustBeText(member, pointer);
        validator.RuleFor(member)
            .MustWhenPresent(name => name is null || (!string.IsNullOrWhiteSpace(name) && name.Length <= MaximumNameLength))
            .OverridePropertyName(pointer).WithErrorCode(InvalidLength).WithMessage($"A name has 1 to {MaximumNameLength} characters, and not only white space.");
    }

    /// <summary>A rule that is broken.</summary>
    public static ValidationFailure Broken(string pointer, string code, string message) => new(pointer, message) { ErrorCode = code };
}
