using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench.Requests;

/// <summary>作为子进程的网站：一张表单，一个端点，调用收申请的用例，收下之后转到回执。</summary>
internal static class FilingServer
{
    public const string Verb = "serve";

    /// <summary>PostgreSQL 的连接字串；没有时用 SQLite。</summary>
    public const string PostgresVariable = "GONGKAI_BENCH_POSTGRES";

    /// <summary>印出地址，一直开到输入关上。</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new StorageOptions { DataFolder = args[0], ConnectionString = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } given ? given : null };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGongkaiStorage(options).AddGongkaiUseCases();
        await using var app = builder.Build();
        app.MapPost("/requests", FileAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Console.In.ReadLine();
        await app.StopAsync();
        return 0;
    }

    private static async Task FileAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string Field(string name) => form[name].ToString();
        var filing = new Filing
        {
            Once = Guid.Parse(Field("Once")),
            AgencyId = int.Parse(Field("AgencyId"), CultureInfo.InvariantCulture),
            Channel = ReceiptChannel.Internet,
            Applicant = new ApplicantDetails
            {
                Name = Field("Name"),
                Kind = Enum.Parse<ApplicantKind>(Field("Kind")),
                IdKind = Field("IdKind"),
                IdNumber = Field("IdNumber"),
                Telephone = Field("Telephone"),
                Email = Field("Email"),
                Address = Field("Address"),
            },
            Subject = Field("Subject"),
            Description = Field("Description"),
            Delivery = Enum.Parse<DeliveryForm>(Field("Delivery")),
        };
        var receipt = await http.RequestServices.GetRequiredService<FileRequest>().RunAsync(Actor.Applicant, filing, http.RequestAborted);
        http.Response.Headers.Location = $"/requests/{receipt.Number}?code={receipt.QueryCode}";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
