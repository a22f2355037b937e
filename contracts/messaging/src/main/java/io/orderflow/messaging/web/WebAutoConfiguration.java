package io.orderflow.messaging.web;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/// Sets up the HTTP face: the operator's log-in in front of everything that is not open, a log-in of their own for
/// those
/// who see to the machinery, one form of refusal, and a limit for what may be sent.
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({OperatorProperties.class, OperationsProperties.class, TrafficProperties.class})
@EnableWebSecurity
class WebAutoConfiguration {
    @Bean
    UserDetailsService operators(OperatorProperties operator, OperationsProperties operations) {
        operations.check(operator.name());
        var known = new InMemoryUserDetailsManager(user(operator.name(), operator.password(), OperatorAccess.ROLE));
        operations
                .passwords()
                .forEach((name, password) -> known.createUser(user(name, password, OperatorAccess.OPERATIONS)));
        return known;
    }

    private static UserDetails user(String name, String password, String role) {
        return User.withUsername(name)
                .password(new Passwords().encode(password))
                .roles(role)
                .build();
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    /// Stateless, so there is no session to ride on; a browser's stored log-in cannot be made to change anything from
    /// another site, because whatever changes something takes JSON, which a form cannot send.
    @Bean
    SecurityFilterChain access(HttpSecurity http, ObjectProvider<OpenPaths> open, ProblemWriter problems) {
        OpenPaths paths = open.getIfAvailable(OpenPaths::none);
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    requests.requestMatchers("/actuator/health", "/actuator/health/**")
                            .permitAll();
                    for (OpenPaths.Path path : paths.paths()) {
                        requests.requestMatchers(path.method(), path.pattern()).permitAll();
                    }
                    requests.requestMatchers("/actuator", "/actuator/**").hasRole(OperatorAccess.OPERATIONS);
                    requests.anyRequest().hasRole(OperatorAccess.ROLE);
                })
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, _) -> problems.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "other-log-in-required",
                        "Another log-in required",
                        request.getRequestURI().startsWith("/actuator")
                                ? "This wants a log-in of operations (orderflow.operations.passwords)."
                                : "This wants the operator's log-in (orderflow.operator).")))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, _) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"orderflow\"");
                    problems.write(
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "log-in-required",
                            "Log-in required",
                            "This wants a log-in (HTTP Basic).");
                }))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    UnreadableForms unreadableForms() {
        return new UnreadableForms();
    }

    @Bean
    ErrorProblems errorProblems() {
        return new ErrorProblems();
    }

    /// Before security, so that nothing large is ever read.
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Leaving leaving(TrafficProperties properties) {
        return new Leaving(properties.leave());
    }

    /// Before everything else, so that refusals ask for it too.
    @Bean
    FilterRegistrationBean<LastAnswers> lastAnswers(Leaving leaving) {
        var registration = new FilterRegistrationBean<>(new LastAnswers(leaving));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /// After those that refuse without waiting for anything.
    @Bean
    FilterRegistrationBean<AtOnce> atOnce(TrafficProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new AtOnce(properties.requestsAtOnce(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OneContentType> oneContentType(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new OneContentType(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
