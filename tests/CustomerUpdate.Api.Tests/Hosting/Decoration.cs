using Microsoft.Extensions.DependencyInjection;

namespace CustomerUpdate.Api.Tests.Hosting;

/// <summary>Puts something around the services of a host under test.</summary>
internal static class Decoration
{
    /// <summary>Puts something around the one service that is registered for an interface.</summary>
    public static void Decorate<T>(this IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        var inner = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        services.AddSingleton(provider => decorate((T)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
    }
}
