# The host's image: built with the full phone engine (docs/adr/0007-phone-engines.md says what has been run with it), compiled ahead of time for its platform, so that it starts sooner,
# run without a shell and as nobody in particular.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# What decides which packages are needed comes first, so that changing a source file does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/CustomerUpdate.Core/CustomerUpdate.Core.csproj src/CustomerUpdate.Core/
COPY src/CustomerUpdate.Api/CustomerUpdate.Api.csproj src/CustomerUpdate.Api/
RUN dotnet restore src/CustomerUpdate.Api --use-current-runtime -p:PublishReadyToRun=true -p:PhoneEngine=libphonenumber

COPY src/ src/
RUN dotnet publish src/CustomerUpdate.Api --configuration Release --no-restore --use-current-runtime --no-self-contained -p:PublishReadyToRun=true -p:PhoneEngine=libphonenumber --output /app && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# Only used without a connection string: the program's own folder is not written to.
ENV Database__SqlitePath=/data/customers.db
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=6s --start-period=20s --retries=3 CMD ["dotnet", "/app/CustomerUpdate.Api.dll", "health"]
ENTRYPOINT ["dotnet", "/app/CustomerUpdate.Api.dll"]
