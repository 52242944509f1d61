using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Auditing;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Letters;
using Gongkai.UseCases.Oversight;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases;

/// <summary>把用例装进应用；先装存储（<see cref="Storage.StorageSetup.AddGongkaiStorage"/>）。</summary>
public static class UseCaseSetup
{
    /// <summary>登记全部用例。</summary>
    public static IServiceCollection AddGongkaiUseCases(this IServiceCollection services)
    {
        services.AddSingleton<LawBook>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<AgencyFactsOf>();
        services.AddScoped<KeptFiles>();
        services.AddScoped<IssueLetter>();
        services.AddScoped<FileRequest>();
        services.AddScoped<EarlierReply>();
        services.AddScoped<PerformAct>();
        services.AddScoped<TrackRequest>();
        services.AddScoped<ListMerged>();
        services.AddScoped<ViewCase>();
        services.AddScoped<ListRequests>();
        services.AddScoped<SimilarRequests>();
        services.AddScoped<CountTableThree>();
        services.AddSingleton<IPasswordHasher<StaffAccount>, PasswordHasher<StaffAccount>>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<SignIn>();
        services.AddScoped<SetUp>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<ManageAccounts>();
        services.AddScoped<OperatorAccounts>();
        services.AddScoped<RefoldRequests>();
        services.AddScoped<RecomputeClocks>();
        services.AddScoped<ImportHolidays>();
        services.AddScoped<KeepRegionalDays>();
        services.AddScoped<KeepRegionClock>();
        services.AddScoped<ManageAgencies>();
        services.AddScoped<ReadAudit>();
        services.AddScoped<OverseeAgencies>();
        services.AddCaseWork();
        return services;
    }
}
