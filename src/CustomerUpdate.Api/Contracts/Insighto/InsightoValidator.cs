using System.Linq.Expressions;
using System.Text.Json;
using CustomerUpdate.Core.Customers;
using FluentValidation;
using FluentValidation.Results;

namespace CustomerUpdate.Api.Contracts.Insighto;

/// <summary>What the rules for all bodies are made of. Every bad member is reported, in the order of the model.</summary>
/// <typeparam name="TRequest">The wire model.</typeparam>
internal abstract class InsightoValidator<TRequest> : AbstractValidator<TRequest>
{
    /// <summary>A unique value that is too long for any index, which is not sent back; null where it is not.</summary>
    protected static InsightoProblem? TooLong(string? text, ValueList<string> location) => text?.Length > CustomerKey.MaximumLength
        ? new InsightoProblem(PydanticError.TextTooLong(CustomerKey.MaximumLength), location, null)
        : null;

    /// <summary>The member is absent or of its type.</summary>
    protected void MustBe<T>(Expression<Func<TRequest, Optional<T>>> member, string name, Func<JsonElement, PydanticError> errorOf) =>
        RuleFor(member).Custom((value, context) =>
        {
            if (value.Received is JsonElement received)
            {
                Report(context, new InsightoProblem(errorOf(received), ["body", name], BagValue.Of(received)));
            }
        });

    /// <summary>The member is absent or an object; unlike most, it may not be null.</summary>
    protected void MustBeDictionary(Expression<Func<TRequest, Optional<ValueMap<BagValue>>>> member, string name)
    {
        MustBe(member, name, _ => PydanticError.DictionaryType);
        Check(member, value => value is null ? new InsightoProblem(PydanticError.DictionaryType, ["body", name], BagValue.Null) : null);
    }

    /// <summary>The member is there; what else is complained of, its own rules say.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="bodyOf">The whole body, which Pydantic shows as what it looked for the member in.</param>
    protected void MustBeThere<T>(Expression<Func<TRequest, Optional<T>>> member, string name, Func<TRequest, BagValue> bodyOf) =>
        RuleFor(member).Custom((value, context) =>
        {
            if (value.IsAbsent)
            {
                Report(context, new InsightoProblem(PydanticError.Missing, ["body", name], bodyOf(context.InstanceToValidate)));
            }
        });

    /// <summary>The member is absent, of another type, or nothing is wrong with it.</summary>
    protected void Check<T>(Expression<Func<TRequest, Optional<T>>> member, Func<T, InsightoProblem?> problemOf) =>
        RuleFor(member).Custom((value, context) =>
        {
            if (value.IsPresent && problemOf(value.Value) is { } problem)
            {
                Report(context, problem);
            }
        });

    /// <summary>Says what is wrong.</summary>
    protected static void Report<T>(ValidationContext<T> context, InsightoProblem problem)
    {
        var (path, code, message, state) = problem.ToProblem();
        context.AddFailure(new ValidationFailure(path, message) { ErrorCode = code, CustomState = state });
    }
}
