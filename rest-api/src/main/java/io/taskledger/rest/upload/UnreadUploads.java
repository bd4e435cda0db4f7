package io.taskledger.rest.upload;

import jakarta.servlet.http.HttpServletRequest;

import io.taskledger.rest.Api;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Leaves forms that are sent to the API unread for {@link Uploads}. The server would gather them in a folder first, whoever
 * sent them, and only then ask whether they may.
 */
@Configuration(proxyBeanMethods = false)
class UnreadUploads {

    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return !Api.covers(request.getRequestURI()) && super.isMultipart(request);
            }
        };
    }
}
